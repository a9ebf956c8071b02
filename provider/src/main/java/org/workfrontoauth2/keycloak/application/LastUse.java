package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes down when an application or one of its secrets was last used: at most once in five minutes, and after the
 * request is done, so that simultaneous requests do not wait for each other.
 */
public final class LastUse {

    /** How far behind it may be. */
    public static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(LastUse.class);

    private final KeycloakSession session;

    public LastUse(KeycloakSession session) {
        this.session = session;
    }

    /** An application got a session ID. */
    public void of(ClientModel client) {
        boolean due = new Places(session)
                .of(client)
                .filter(place -> isDue(place.lastUsedAt()))
                .isPresent();
        if (due) {
            later("update PlaceEntity p set p.lastUsedAt = :now where p.clientId = :id", client.getId());
        }
    }

    /** A secret authenticated its application. */
    void of(SecretEntity secret) {
        if (isDue(secret.getLastUsedAt())) {
            later("update SecretEntity s set s.lastUsedAt = :now where s.id = :id", secret.getId());
        }
    }

    private static boolean isDue(@Nullable Long lastUsedAt) {
        return lastUsedAt == null || lastUsedAt + INTERVAL.toMillis() < Time.currentTimeMillis();
    }

    private static void write(KeycloakSession session, String update, String id) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entities.createQuery(update)
                .setParameter("now", Time.currentTimeMillis())
                .setParameter("id", id)
                .executeUpdate();
    }

    private void later(String update, String id) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    KeycloakModelUtils.runJobInTransaction(factory, later -> write(later, update, id));
                } catch (RuntimeException e) {
                    // What the request did is done, and its answer is on its way.
                    LOG.warn("A last use was not written down", e);
                }
            }

            @Override
            protected void rollbackImpl() {
                // Then it was not used.
            }
        });
    }
}
