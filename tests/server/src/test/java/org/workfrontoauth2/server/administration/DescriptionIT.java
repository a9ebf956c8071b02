package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** The administration API describes itself. */
@RunsOn
class DescriptionIT {

    private final KeycloakServer keycloak;

    DescriptionIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void itIsOpenApi() {
        try (OwnRealm realm = OwnRealm.ordinary(keycloak)) {
            Answer answer = realm.applications().caller().get("/openapi.json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("application/json");
            assertThat(answer.member("openapi")).startsWith("3.1");
            assertThat(answer.body().at("/paths").has("/oauth2-applications")).isTrue();
        }
    }
}
