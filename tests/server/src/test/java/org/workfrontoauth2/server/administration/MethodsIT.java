package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** What the administration API does not have is refused, and nothing happens. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodsIT {

    private final OwnRealm realm;
    private final String clientId;

    MethodsIT(KeycloakServer keycloak) {
        this.realm = OwnRealm.served(keycloak);
        this.clientId = realm.applications().create("web").get("clientId").asText();
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUT, ''",
        "PATCH, ''",
        "DELETE, ''",
        "PUT, '/{app}'",
        "POST, '/{app}'",
        "GET, '/{app}/secrets'",
        "DELETE, '/{app}/secrets'",
        "POST, '/{app}/grants'",
        "DELETE, /openapi.json",
    })
    void anotherMethodDoesNothing(String method, String path) {
        Answer answer = realm.applications().caller().send(method, path.replace("{app}", clientId), "{}");

        assertThat(answer.status()).as(answer.toString()).isIn(404, 405);
        assertThat(realm.applications().get(clientId)).isNotNull();
    }
}
