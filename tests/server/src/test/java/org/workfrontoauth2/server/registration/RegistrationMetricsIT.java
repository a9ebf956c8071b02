package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Metrics;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

/** What Keycloak's metrics endpoint says of dynamic registration (docs/operations.md). */
@RunsOn(Setup.DEVELOPMENT)
class RegistrationMetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KeycloakServer keycloak;

    RegistrationMetricsIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void registrationsAndRegisteredClientsAreCounted() {
        Metrics metrics = keycloak.metrics();
        try (OwnRealm realm = Software.realm(keycloak)) {
            Software software = Software.in(realm);
            Device.of(realm).registered(software.statement(software.create()));

            assertThat(metrics.value(
                            "workfront_requests_total",
                            Map.of("realm", realm.name(), "event", "client_register", "outcome", "done")))
                    .isEqualTo(1);
            Awaitility.await("a count of registered clients").atMost(PATIENCE).untilAsserted(() -> assertThat(
                            metrics.value("workfront_registered_clients", Map.of("realm", realm.name())))
                    .isEqualTo(1));
        }
    }
}
