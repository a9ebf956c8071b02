package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import org.hibernate.LockOptions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jpa.SpecHints;
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
 * Records when an application or one of its secrets was last used, at most once in five minutes, after the request is
 * done. It never waits, neither for simultaneous requests nor for an administrator who has locked the row.
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
        ApplicationEntity application = entities(session).find(ApplicationEntity.class, client.getId());
        if (application != null && isDue(application.lastUsedAt())) {
            later(new Row("ApplicationEntity", "clientId", "WORKFRONT_APPLICATION", "CLIENT_ID", client.getId()));
        }
    }

    /** A secret authenticated its application. */
    public void of(SecretEntity secret) {
        if (isDue(secret.getLastUsedAt())) {
            later(new Row("SecretEntity", "id", "WORKFRONT_SECRET", "ID", secret.getId()));
        }
    }

    private static boolean isDue(@Nullable Long lastUsedAt) {
        return lastUsedAt == null || lastUsedAt + INTERVAL.toMillis() < Time.currentTimeMillis();
    }

    /** Whose last use it is. A row that somebody else is changing is left alone: the next use is written down as well. */
    private record Row(String entity, String key, String table, String column, String id) {

        void write(EntityManager entities) {
            if (isPostgres(entities)) {
                writeInOneStatement(entities);
            } else if (isFree(entities)) {
                entities.createQuery("update " + entity + " e set e.lastUsedAt = :now where e." + key + " = :id")
                        .setParameter("now", Time.currentTimeMillis())
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }

        /** Not every database locks within an update. */
        private void writeInOneStatement(EntityManager entities) {
            entities.createNativeQuery("update {h-schema}" + table + " set LAST_USED_AT = :now where " + column
                            + " = (select " + column + " from {h-schema}" + table + " where " + column
                            + " = :id for update skip locked)")
                    .setParameter("now", Time.currentTimeMillis())
                    .setParameter("id", id)
                    .executeUpdate();
        }

        private boolean isFree(EntityManager entities) {
            return !entities.createQuery("select e from " + entity + " e where e." + key + " = :id", Object.class)
                    .setParameter("id", id)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                    .getResultList()
                    .isEmpty();
        }

        private static boolean isPostgres(EntityManager entities) {
            return entities.unwrap(SharedSessionContractImplementor.class)
                            .getJdbcServices()
                            .getDialect()
                    instanceof PostgreSQLDialect;
        }
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private void later(Row row) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    KeycloakModelUtils.runJobInTransaction(factory, later -> row.write(entities(later)));
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
