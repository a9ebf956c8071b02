package org.workfrontoauth2.keycloak.credential;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;

/** The public keys of machine to machine applications (contract, section 2). */
public final class PublicKeys {

    /** How many an application may have, of all its users together. */
    public static final int MOST = 20;

    private final EntityManager entities;

    public PublicKeys(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** The application's keys, oldest first. */
    public List<PublicKeyEntity> of(ClientModel client) {
        return query(client).getResultList();
    }

    /** The same; nobody, on whatever node, deletes one of them until this request is done. */
    public List<PublicKeyEntity> hold(ClientModel client) {
        return query(client).setLockMode(LockModeType.PESSIMISTIC_READ).getResultList();
    }

    private TypedQuery<PublicKeyEntity> query(ClientModel client) {
        return entities.createQuery(
                        "select k from PublicKeyEntity k where k.clientId = :client order by k.addedAt, k.id",
                        PublicKeyEntity.class)
                .setParameter("client", client.getId());
    }

    /** The application's key with this ID. */
    public Optional<PublicKeyEntity> find(ClientModel client, String kid) {
        return of(client).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** Adds a key; it speaks for this user. */
    public PublicKeyEntity add(ClientModel client, UserModel user, PublicKeyPem key, String administrator) {
        PublicKeyEntity entity = new PublicKeyEntity(
                UUID.randomUUID().toString(),
                client.getId(),
                user.getId(),
                key.kid(),
                key.pem(),
                Time.currentTimeMillis(),
                administrator);
        entities.persist(entity);
        return entity;
    }

    /** Deletes a key. It stops working immediately. */
    public void remove(PublicKeyEntity key) {
        entities.remove(key);
        entities.flush();
    }

    /** The user is gone, and so are their keys. */
    public void removeOf(String userId) {
        entities.createQuery("delete from PublicKeyEntity k where k.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
