package org.workfrontoauth2.keycloak.registration;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/**
 * Records when a client last got an access token: the first time, and then at most once an hour, after the request is
 * done.
 */
final class LastTokens {

    private static final Logger LOG = Logger.getLogger(LastTokens.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final KeycloakSession session;

    LastTokens(KeycloakSession session) {
        this.session = session;
    }

    /** This client takes one now. */
    void of(RegisteredClientEntity client, Instant now) {
        Instant due = now.minus(INTERVAL);
        boolean knownAlready =
                client.lastUsedAt().filter(last -> !last.isBefore(due)).isPresent();
        if (knownAlready) {
            return;
        }
        String id = client.id();
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    KeycloakModelUtils.runJobInTransaction(
                            factory, later -> new RegisteredClients(later).used(id, now, due));
                } catch (RuntimeException e) {
                    // The token is on its way, and the next one is written down as well.
                    LOG.warn("A last use was not written down", e);
                }
            }

            @Override
            protected void rollbackImpl() {
                // Then it took none.
            }
        });
    }
}
