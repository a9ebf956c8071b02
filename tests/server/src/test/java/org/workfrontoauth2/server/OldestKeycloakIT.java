package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Walkthrough;

/** The oldest Keycloak that is supported (docs/upgrading.md); all other tests run on the newest. */
@RunsOn(Setup.OLDEST)
class OldestKeycloakIT {

    @Test
    void everyStepOfTheWalkthroughPasses(KeycloakServer keycloak) {
        assertThat(Walkthrough.walk(keycloak.port(), System.out)).isTrue();
    }
}
