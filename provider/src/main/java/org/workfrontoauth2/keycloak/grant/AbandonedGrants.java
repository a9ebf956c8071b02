package org.workfrontoauth2.keycloak.grant;

import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Deletes abandoned grants from time to time, on one node of a cluster: codes that were never exchanged, exchanges that
 * are no longer used, and grants that have ended without a notice to us ({@link Sweep}).
 */
public final class AbandonedGrants implements ProviderEventListener, ScheduledTask {

    private static final Logger LOG = Logger.getLogger(AbandonedGrants.class);
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    /** Much longer than a code lives, so that a redemption under way is never disturbed. */
    private static final Duration AGE = Duration.ofHours(1);

    /** Longer than any session ID of an exchange lives, even if the last use was written down late. */
    private static final Duration IDLE = GrantEnds.LONGEST_MACHINE_SESSION.plusDays(1);

    /** Where the users of other stores were left the last time, on this node. */
    private volatile String lastAsked = "";

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
        // Each in a transaction of its own: what one has deleted, and not yet committed, the next would wait for.
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        LOG.debugf(
                "Forgot %d codes that were never redeemed, %d grants of exchanges long ago and %d that have ended",
                forget(factory, ends -> ends.forgetUnredeemed(AGE)),
                forget(factory, ends -> ends.forgetMachines(IDLE)),
                forget(factory, GrantEnds::forgetEnded));
        Sweep sweep = new Sweep(factory);
        LOG.debugf("Ended %d grants that nobody asked for", sweep.endDead());
        sweep.removeKeys();
        sweep.endSurplus();
        sweep.lookForLogins();
        lastAsked = sweep.askStores(lastAsked);
    }

    private static int forget(KeycloakSessionFactory factory, ToIntFunction<GrantEnds> some) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> some.applyAsInt(new GrantEnds(session)));
    }

    @Override
    public String getTaskName() {
        return "workfront-abandoned-grants";
    }
}
