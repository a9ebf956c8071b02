package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Ordinary;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** The harness itself. */
@RunsOn
class HarnessIT {

    /** Realms of the repetitions before this one. */
    private static final Set<String> EARLIER = new HashSet<>();

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

    @RepeatedTest(2)
    void anInjectedRealmLastsAsLongAsItsTest(OwnRealm realm, @Ordinary OwnRealm ordinary) {
        List<String> realms = names();

        assertThat(realms).contains(realm.name(), ordinary.name()).noneMatch(EARLIER::contains);
        EARLIER.add(realm.name());
        EARLIER.add(ordinary.name());
    }

    private List<String> names() {
        return keycloak.admin().get("").findValuesAsText("realm");
    }

    @Test
    void dataOutlivesARestart() {
        User user = keycloak.realm().users().create();

        keycloak.restart();

        assertThat(keycloak.realm().users().find(user.name())).isEqualTo(user);
    }
}
