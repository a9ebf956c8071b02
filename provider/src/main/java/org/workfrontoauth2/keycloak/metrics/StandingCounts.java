package org.workfrontoauth2.keycloak.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.workfrontoauth2.keycloak.application.Places;

/**
 * The number of grants, applications and registered clients, and the limit of applications, by realm. They are counted
 * in the database at intervals, not when somebody asks. Every node of a cluster reports the same. If metrics are off,
 * nothing is counted.
 */
public final class StandingCounts implements ProviderEventListener, ScheduledTask {

    private static final String INTERVAL = "metrics-interval";
    private static final int EVERY_MINUTE = 60;

    private static final String GRANTS = "select g.realmId, g.machine, count(g) from GrantEntity g"
            + " where g.redeemed = true group by g.realmId, g.machine";
    private static final String APPLICATIONS = "select a.realmId, count(a) from ApplicationEntity a group by a.realmId";
    private static final String CLIENTS = "select a.realmId, count(c) from RegisteredClientEntity c"
            + " join RegisteredApplicationEntity a on a.id = c.applicationId group by a.realmId";

    private final Duration interval;
    private final MultiGauge grants = gauge("workfront.grants", "Grants that have not ended, by kind");
    private final MultiGauge applications = gauge("workfront.applications", "OAuth2 applications");
    private final MultiGauge limits =
            gauge("workfront.applications.limit", "How many OAuth2 applications there may be");
    private final MultiGauge clients = gauge("workfront.registered.clients", "Clients that have registered themselves");

    private StandingCounts(Duration interval) {
        this.interval = interval;
    }

    /** Of a server that says nothing else: once a minute. */
    public static StandingCounts byDefault() {
        return new StandingCounts(Duration.ofSeconds(EVERY_MINUTE));
    }

    /** Reads the option; a malformed one keeps the server from starting. */
    public static StandingCounts read(Config.Scope config) {
        int seconds = config.getInt(INTERVAL, EVERY_MINUTE);
        if (seconds < 1) {
            throw new IllegalArgumentException("The " + INTERVAL + " is a number of seconds, 1 or more: " + seconds);
        }
        return new StandingCounts(Duration.ofSeconds(seconds));
    }

    /** The option, for Keycloak's own list of them. */
    public static List<ProviderConfigProperty> options() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type("int")
                .helpText("Seconds between two counts of grants, applications and registered clients for the metrics.")
                .defaultValue(EVERY_MINUTE)
                .add()
                .build();
    }

    private static MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(Metrics.globalRegistry);
    }

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
                timer.scheduleTask(this, interval.toMillis());
            }
        });
    }

    @Override
    public void run(KeycloakSession session) {
        if (Metrics.globalRegistry.getRegistries().isEmpty()) {
            return;
        }
        Rows read = new Rows(session);
        grants.register(
                read.of(
                        GRANTS,
                        (realm, row) -> MultiGauge.Row.of(
                                named(realm).and("kind", Boolean.TRUE.equals(row[1]) ? "machine" : "user"),
                                count(row))),
                true);
        applications.register(read.of(APPLICATIONS, StandingCounts::counted), true);
        limits.register(
                read.of(APPLICATIONS, (realm, row) -> MultiGauge.Row.of(named(realm), Places.limit(realm))), true);
        clients.register(read.of(CLIENTS, StandingCounts::counted), true);
    }

    private static MultiGauge.Row<?> counted(RealmModel realm, Object[] row) {
        return MultiGauge.Row.of(named(realm), count(row));
    }

    private static Number count(Object[] row) {
        return (Number) row[row.length - 1];
    }

    private static Tags named(RealmModel realm) {
        return Tags.of("realm", realm.getName());
    }

    /** What a query finds, whose rows begin with the ID of a realm; realms that are gone are left out. */
    private record Rows(KeycloakSession session) {

        List<MultiGauge.Row<?>> of(String query, BiFunction<RealmModel, Object[], MultiGauge.Row<?>> row) {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            for (Object[] found : session.getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery(query, Object[].class)
                    .getResultList()) {
                RealmModel realm = session.realms().getRealm((String) found[0]);
                if (realm != null) {
                    rows.add(row.apply(realm, found));
                }
            }
            return rows;
        }
    }

    @Override
    public String getTaskName() {
        return "workfront-standing-counts";
    }
}
