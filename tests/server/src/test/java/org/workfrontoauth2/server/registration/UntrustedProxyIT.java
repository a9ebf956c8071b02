package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** Registration, section 4: whoever is no proxy of ours cannot say that it is somebody else. */
@RunsOn
class UntrustedProxyIT {

    private final KeycloakServer keycloak;

    UntrustedProxyIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void itsHeadersAreNotBelieved() {
        try (OwnRealm realm = Software.realm(keycloak)) {
            long refused = IntStream.range(0, 60)
                    .map(i -> Device.of(realm).validate("x").status())
                    .filter(status -> status == 429)
                    .count();

            assertThat(refused).isPositive();
        }
    }
}
