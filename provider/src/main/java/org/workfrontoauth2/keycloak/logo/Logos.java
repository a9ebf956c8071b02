package org.workfrontoauth2.keycloak.logo;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.LogoImage;
import org.workfrontoauth2.keycloak.storage.LogoEntity;

/** The logos of applications (contract, section 2), known to the public by their hashes. */
public final class Logos {

    private final EntityManager entities;

    public Logos(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** The application's logo. */
    public Optional<LogoEntity> of(ClientModel client) {
        return Optional.ofNullable(entities.find(LogoEntity.class, client.getId()));
    }

    /** The hash of the application's logo, without reading the picture. */
    public Optional<String> hashOf(ClientModel client) {
        return entities.createQuery("select l.sha256 from LogoEntity l where l.clientId = :client", String.class)
                .setParameter("client", client.getId())
                .getResultStream()
                .findFirst();
    }

    /** A logo of this realm with this hash. */
    public Optional<LogoEntity> find(RealmModel realm, String sha256) {
        return entities.createQuery(
                        "select l from LogoEntity l where l.realmId = :realm and l.sha256 = :hash", LogoEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("hash", sha256)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Stores the logo, not re-encoded. */
    public void put(ClientModel client, LogoImage image, byte[] bytes) {
        LogoEntity logo = of(client).orElseGet(() -> {
            LogoEntity added = new LogoEntity(client.getId(), client.getRealm().getId());
            added.show(image.mediaType(), image.sha256(), bytes);
            entities.persist(added);
            return added;
        });
        logo.show(image.mediaType(), image.sha256(), bytes);
    }

    /** Deletes the logo. Whether there was one. */
    public boolean remove(ClientModel client) {
        Optional<LogoEntity> logo = of(client);
        logo.ifPresent(entities::remove);
        return logo.isPresent();
    }
}
