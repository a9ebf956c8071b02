package org.workfrontoauth2.keycloak.credential;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.keycloak.storage.LastUse;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/**
 * The client secrets of applications, as hashes in a table of this extension. SHA-256 is enough for them, because they
 * are generated with at least 256 bits and cannot be guessed. Keycloak's plain client secret is not used.
 */
public final class Secrets {

    /** How many may live side by side. */
    public static final int MOST = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final EntityManager entities;

    public Secrets(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Whether this is one of an application's secrets; an application without a hash has none. */
    public boolean match(List<SecretEntity> ofApplication, String secret) {
        String hash = Digest.sha256Hex(secret);
        SecretEntity found = null;
        for (SecretEntity entity : ofApplication) {
            // Every hash is looked at, so that the time says nothing about which one it was.
            if (Digest.same(entity.hash(), hash)) {
                found = entity;
            }
        }
        if (found != null) {
            new LastUse(session).of(found);
        }
        return found != null;
    }

    /** Stores the hash of a secret. */
    public SecretEntity add(ClientModel client, String hash) {
        SecretEntity entity =
                new SecretEntity(UUID.randomUUID().toString(), client.getId(), hash, Time.currentTimeMillis());
        entities.persist(entity);
        return entity;
    }

    /** All hashes, as a full export carries them and an import reads them. */
    public String exported(ClientModel client) {
        return of(client).stream().map(SecretEntity::hash).collect(Collectors.joining(" "));
    }

    /** A new secret: 256 random bits, spelled for URLs. Only its hash stays here. */
    public static String generate() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Deletes one of the application's secrets. Returns whether one was found. */
    public boolean remove(ClientModel client, String id) {
        SecretEntity entity = entities.find(SecretEntity.class, id);
        if (entity == null || !entity.clientId().equals(client.getId())) {
            return false;
        }
        entities.remove(entity);
        return true;
    }

    /** The application's secrets, oldest first. */
    public List<SecretEntity> of(ClientModel client) {
        return entities.createQuery(
                        "select s from SecretEntity s where s.clientId = :client order by s.createdAt, s.id",
                        SecretEntity.class)
                .setParameter("client", client.getId())
                .getResultList();
    }
}
