package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** The harness itself. */
@RunsOn
class HarnessIT {

    private final KeycloakServer keycloak;

    HarnessIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void theRealmOfTheDemoIsThere() {
        assertThat(keycloak.realm().users().find("alice").id()).isNotBlank();
    }

    @Test
    void theClockMoves() {
        long before = keycloak.clock().seconds();

        keycloak.clock().advance(Duration.ofDays(400));

        assertThat(keycloak.clock().seconds() - before)
                .isGreaterThanOrEqualTo(Duration.ofDays(400).toSeconds());
        assertThat(keycloak.realm().users().find("alice").id()).isNotBlank();
    }

    @Test
    void dataOutlivesARestart() {
        User user = keycloak.realm().users().create();

        keycloak.restart();

        assertThat(keycloak.realm().users().find(user.name())).isEqualTo(user);
    }
}
