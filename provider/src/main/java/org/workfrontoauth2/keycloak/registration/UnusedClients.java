package org.workfrontoauth2.keycloak.registration;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.workfrontoauth2.contract.Setting;

/**
 * Deletes from time to time, on one node of a cluster, clients that have not got an access token for as long as the
 * realm allows.
 */
public final class UnusedClients implements ProviderEventListener, ScheduledTask {

    private static final Logger LOG = Logger.getLogger(UnusedClients.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_BATCHES = 200;

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            if (timer != null) {
                long interval = INTERVAL.toMillis();
                timer.schedule(new ClusterAwareScheduledTaskRunner(factory, this, interval), interval);
            }
        });
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        for (String realm : realms(session)) {
            int batch = 0;
            while (batch < MOST_BATCHES && removeSome(factory, realm) == MOST_AT_ONCE) {
                batch++;
            }
            LOG.debugf("Removed unused clients of realm %s, in %d batches", realm, batch + 1);
        }
    }

    /** The realms that have the setting. */
    private static List<String> realms(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("select a.realm.id from RealmAttributeEntity a where a.name = :name", String.class)
                .setParameter("name", Setting.UNUSED_CLIENT_DAYS.key())
                .getResultList();
    }

    private static int removeSome(KeycloakSessionFactory factory, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            return realm == null
                    ? 0
                    : Registration.settings(realm)
                            .unusedLife()
                            .map(life -> new RegisteredClients(session)
                                    .removeUnused(realm, Registration.now().minus(life), MOST_AT_ONCE))
                            .orElse(0);
        });
    }

    @Override
    public String getTaskName() {
        return "workfront-unused-clients";
    }
}
