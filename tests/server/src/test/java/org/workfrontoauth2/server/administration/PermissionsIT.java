package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Reading needs {@code view-clients}, changing {@code manage-clients}, as with Keycloak's own admin API. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsIT {

    private final OwnRealm realm;
    private JsonNode application;

    PermissionsIT(OwnRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createApplication() {
        application = realm.applications().create("web");
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | ``                     | ``                            | 200 | 200
            POST   | ``                     | {"type": "web", "name": "It"} | 403 | 201
            GET    | /openapi.json          | ``                            | 200 | 200
            GET    | /{app}                 | ``                            | 200 | 200
            GET    | /unknown               | ``                            | 404 | 404
            PATCH  | /{app}                 | {"name": "It"}                | 403 | 200
            DELETE | /{app}                 | ``                            | 403 | 204
            POST   | /{app}/secrets         | ``                            | 403 | 201
            DELETE | /{app}/secrets/{secret}| ``                            | 403 | 204
            GET    | /{app}/grants          | ``                            | 200 | 200
            DELETE | /{app}/grants          | ``                            | 403 | 204
            DELETE | /{app}/grants/none     | ``                            | 403 | 404
            POST   | /{app}/public-keys     | {}                            | 403 | 400
            POST   | /{app}/key-pairs       | ``                            | 403 | 400
            DELETE | /{app}/public-keys/none| ``                            | 403 | 404
            PUT    | /{app}/logo            | {}                            | 403 | 415
            DELETE | /{app}/logo            | ``                            | 403 | 204
            """)
    void everyOperationAsksForItsRole(String method, String path, String body, int viewer, int manager) {
        Answer nobodys = send(realm.with(""), method, path, body);
        Answer forged = send(realm.with("not.a.token"), method, path, body);
        Answer users = send(realm.as(OwnRealm.USER), method, path, body);
        Answer viewers = send(realm.as(OwnRealm.VIEWER), method, path, body);
        Answer managers = send(realm.as(OwnRealm.MANAGER), method, path, body);

        assertRefused(nobodys, 401, "forbidden").saying("Log in. The token is missing or not valid.");
        assertRefused(forged, 401, "forbidden").saying("Log in. The token is missing or not valid.");
        assertRefused(users, 403, "forbidden").saying("You do not have permission to do this.");
        assertThat(viewers.status()).as(viewers.toString()).isEqualTo(viewer);
        assertThat(managers.status()).as(managers.toString()).isEqualTo(manager);
        if (viewer == 403) {
            assertRefused(viewers, 403, "forbidden").saying("You do not have permission to do this.");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | ``             | ``             | 200
            PATCH  | /{app}         | {"name": "It"} | 200
            POST   | /{app}/secrets | ``             | 201
            DELETE | /{app}         | ``             | 204
            """)
    void theServersAdministratorMayDoItInEveryRealm(String method, String path, String body, int status) {
        Answer answer = send(realm.serverAdministrator(), method, path, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, '/{app}'", "DELETE, '/{app}'"})
    void anAdministratorOfAnotherRealmMayNothing(String method, String path) {
        try (OwnRealm other = OwnRealm.served(realm.keycloak())) {
            String token = other.as(OwnRealm.OWNER).token();

            Answer answer = send(realm.with(token), method, path, "");

            assertThat(answer.status()).isIn(401, 403);
            assertThat(answer.text()).doesNotContain(clientId());
        }
        assertThat(realm.applications().get(clientId())).isNotNull();
    }

    private Answer send(Caller caller, String method, String path, String body) {
        String filled = path.replace("{app}", clientId())
                .replace("{secret}", application.at("/secrets/0/id").asText());
        return caller.below(Applications.PATH).send(method, filled, body.isEmpty() ? null : body);
    }

    private String clientId() {
        return application.get("clientId").asText();
    }
}
