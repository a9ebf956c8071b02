package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** What the administration API does not have is refused, and nothing happens. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodsIT {

    private final OwnRealm realm;
    private final String clientId;

    MethodsIT(OwnRealm realm) {
        this.realm = realm;
        this.clientId = realm.applications().create("web").get("clientId").asText();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUT, '', 'GET, POST'",
        "PATCH, '', 'GET, POST'",
        "DELETE, '', 'GET, POST'",
        "PUT, '/{app}', 'DELETE, GET, PATCH'",
        "POST, '/{app}', 'DELETE, GET, PATCH'",
        "GET, '/{app}/secrets', POST",
        "DELETE, '/{app}/secrets', POST",
        "GET, '/{app}/secrets/none', DELETE",
        "POST, '/{app}/logo', 'DELETE, PUT'",
        "POST, '/{app}/grants', 'DELETE, GET'",
    })
    void anotherMethodIsRefusedAndDoesNothing(String method, String path, String allowed) {
        Answer answer = send(method, path);

        assertRefused(answer, 405, "invalid_request").saying("This path accepts " + allowed + ".");
        assertThat(answer.headers().all("Allow")).containsExactly(allowed);
        assertThat(realm.applications().get(clientId)).isNotNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET, '/{app}/unknown'", "POST, '/{app}/secrets/none/more'", "GET, '/{app}/grants/none/more'"})
    void unknownPathIsNotFound(String method, String path) {
        assertRefused(send(method, path), 404, "not_found").saying("There is nothing at this path.");
    }

    /** Whatever Keycloak would show to a browser. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET, '/{app}/secrets', 405", "GET, '/{app}/unknown', 404"})
    void browsersAreToldInTheSameForm(String method, String path, int status) {
        Answer answer = realm.applications()
                .caller()
                .send(method, path.replace("{app}", clientId), null, "Accept", "text/html,*/*;q=0.8");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().all("Content-Type")).containsExactly("application/json");
        assertThat(answer.member("errorMessage")).endsWith(".");
    }

    private Answer send(String method, String path) {
        return realm.applications().caller().send(method, path.replace("{app}", clientId), "{}");
    }
}
