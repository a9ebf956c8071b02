package org.workfrontoauth2.keycloak.credential;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ApplicationType;

/**
 * What applications authenticate with: client secrets and public keys. When an application changes its type, those of
 * the earlier type never come back.
 */
public final class Credentials {

    private static final String SECRETS = "SecretEntity";
    private static final String PUBLIC_KEYS = "PublicKeyEntity";

    private final EntityManager entities;

    public Credentials(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Deletes what an application of this type does not have. */
    public void keepThoseOf(ApplicationType type, ClientModel client) {
        if (!type.hasSecret()) {
            delete(SECRETS, client.getId());
        }
        if (type != ApplicationType.MACHINE_TO_MACHINE) {
            delete(PUBLIC_KEYS, client.getId());
        }
    }

    /** Deletes all of them. */
    public void forget(String clientId) {
        List.of(SECRETS, PUBLIC_KEYS).forEach(credentials -> delete(credentials, clientId));
    }

    private void delete(String credentials, String clientId) {
        entities.createQuery("delete from " + credentials + " c where c.clientId = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }
}
