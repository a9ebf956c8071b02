package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.testing.distribution.FreePorts;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** What every gateway of {@code docs/gateways.md} does, tested through its TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayFacts {

    private static final String REFUSAL = """
            {"error": {"class": "com.attask.common.AuthenticationException", "message": "You are not currently logged in."}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BOB = "b0b00000000000000000000000000b0b";

    private final int apiPort = FreePorts.one();
    private final SampleApi api = SampleApi.start(apiPort);
    private final List<String> secrets = new ArrayList<>();
    private final KeycloakServer keycloak;
    private final Gateway gateway;

    GatewayFacts(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        // The gateway has this address, the clients have another one.
        keycloak.realm()
                .change(realm -> ((ObjectNode) realm.get("attributes")).put("workfront.verify.addresses", "127.0.0.1"));
        this.gateway = start(keycloak.port(), apiPort);
    }

    /** Starts the gateway. */
    abstract Gateway start(int keycloakPort, int portOfTheApi);

    @AfterAll
    void stop() {
        gateway.close();
        api.close();
    }

    @BeforeEach
    void forgetCalls() {
        api.forget();
    }

    final SampleApi api() {
        return api;
    }

    final KeycloakServer keycloak() {
        return keycloak;
    }

    final String base() {
        return gateway.base("acme.my");
    }

    /** A request to the API. */
    final Request get() {
        return Request.get(base() + "/attask/api/v15.0/project/search?fields=name");
    }

    final Response send(Request request) {
        return gateway.client().send(request);
    }

    private WorkfrontClient application() {
        return new WorkfrontClient(gateway.client(), new Organisation(base(), base() + "/realms/acme"), Acme.WEB);
    }

    private Callback logIn() {
        Page page = new LoginPage(
                        new Browser(gateway.client()).open(application().authorizeUrl(Map.of("state", "s"))))
                .logIn("bob", "bob");
        Callback callback = (page.left().isPresent() ? page : new ConsentPage(page).allow()).callback();
        secrets.add(callback.code());
        return callback;
    }

    /** A new session ID of Bob's, for the demo's web application. */
    final String sessionId() {
        Answer answer = application().exchange(logIn().code());
        assertThat(answer.status()).isEqualTo(200);
        secrets.add(answer.member("refresh_token"));
        secrets.add(answer.member("access_token"));
        return answer.member("access_token");
    }

    /** Ends the session ID as Workfront's clients do, and says which status that had. */
    final int logOut(String sessionId) {
        return application().logOut(sessionId).status();
    }

    final int apiPort() {
        return apiPort;
    }

    final void assertBobCalled() {
        assertThat(api.count()).isEqualTo(1);
        assertThat(api.last().caller())
                .isEqualTo(Map.of(
                        "x-workfront-wid", BOB,
                        "x-workfront-user", "bob",
                        "x-workfront-client-id", "acme-web",
                        "x-workfront-domain", "acme",
                        "x-workfront-lane", "my"));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + text, e);
        }
    }

    final void assertRefused(Response response) {
        assertThat(response.status()).isEqualTo(401);
        assertThat(json(response.text())).isEqualTo(json(REFUSAL));
        assertThat(response.headers().first("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(api.count()).isZero();
    }

    // Keycloak behind it

    @Test
    void aLoginThroughItComesFromTheOrganisationsHost() {
        Callback callback = logIn();

        assertThat(callback.parameters())
                .containsEntry("iss", base())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my");
    }

    @Test
    void theClientDoesNotChooseTheHost() {
        Response description = send(Request.get(base() + "/.well-known/oauth-authorization-server")
                .header("X-Forwarded-Host", "acme.preview.localhost")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Port", "1")
                .header("Forwarded", "host=acme.preview.localhost;proto=http"));

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text()).contains("\"issuer\":\"" + base() + "\"");
    }

    /** Keycloak would put it in front of the path of its links, and two slashes make a host of it. */
    @Test
    void theClientDoesNotChooseWhereKeycloaksLinksLead() {
        Response description = send(Request.get(base() + "/realms/acme/.well-known/openid-configuration")
                .header("X-Forwarded-Prefix", "//evil.example/"));

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text())
                .contains("\"issuer\":\"" + base() + "/realms/acme\"")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integrations/oauth2/api/v1/session/verify",
                "/integrations/oauth2/api/v1/session/verify/attask/api/v15.0/user",
                "/realms/acme/integrations/oauth2/api/v1/session/verify",
                "/realms/master/.well-known/openid-configuration",
                "/realms/%6daster/.well-known/openid-configuration",
                "/realms/master;a=b/.well-known/openid-configuration",
                "/realms/../admin/",
                "/integrations/%2e%2e/metrics",
                "/admin/",
                "/metrics",
                "/",
            })
    void whatOnlyOthersNeedIsNotFound(String path) {
        assertThat(send(Request.get(base() + path).header("sessionID", sessionId()))
                        .status())
                .isEqualTo(404);
        assertThat(api.count()).isZero();
    }

    // The API behind it

    @Test
    void theApiLearnsWhoIsCalling() {
        Response response = send(get().header("sessionID", sessionId()));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"data\":[]}");
        assertBobCalled();
    }

    @Test
    void theApiDoesNotSeeTheSessionId() {
        String sessionId = sessionId();
        send(get().header("sessionID", sessionId));
        assertThat(api.last().headers().values())
                .noneMatch(values -> values.toString().contains(sessionId));

        send(get().header("Authorization", "Bearer " + sessionId));
        assertThat(api.last().headers().values())
                .noneMatch(values -> values.toString().contains(sessionId));
    }

    @Test
    void aBearerTokenCounts() {
        assertThat(send(get().header("Authorization", "Bearer " + sessionId())).status())
                .isEqualTo(200);
        assertBobCalled();
    }

    @Test
    void theBodyReachesTheApi() {
        Response response = send(Request.of("POST", base() + "/attask/api/v15.0/project")
                .header("sessionID", sessionId())
                .body("application/json", "{\"name\":\"new\"}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(api.last().method()).isEqualTo("POST");
        assertThat(api.last().body()).isEqualTo("{\"name\":\"new\"}");
        assertBobCalled();
    }

    @Test
    void whatTheClientSaysAboutItselfIsNotBelieved() {
        Response response = send(get().header("sessionID", sessionId())
                .header("X-Workfront-Wid", "a11ce000000000000000000000000001")
                .header("X-Workfront-User", "alice")
                .header("x-workfront-client-id", "another")
                .header("X-Workfront-Domain", "globex")
                .header("X-Workfront-Lane", "preview"));

        assertThat(response.status()).isEqualTo(200);
        assertBobCalled();
    }

    @Test
    void withoutASessionIdTheApiIsNotCalled() {
        assertRefused(send(get()));
        assertRefused(send(get().header("X-Workfront-User", "alice")));
    }

    @ParameterizedTest
    @CsvSource({"sessionID,", "Authorization, Bearer"})
    void anInventedSessionIdIsRefused(String header, String scheme) {
        String value = "1" + "a".repeat(102);

        assertRefused(send(get().header(header, scheme == null ? value : scheme + " " + value)));
    }

    @Test
    void theRefusalOfABearerTokenSaysSo() {
        Response response = send(get().header("Authorization", "Bearer invented"));

        assertRefused(response);
        assertThat(response.headers().first("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    @Test
    void aSessionIdThatHasEndedIsRefusedAtOnce() {
        String sessionId = sessionId();
        assertThat(send(get().header("sessionID", sessionId)).status()).isEqualTo(200);

        assertThat(logOut(sessionId)).isEqualTo(200);

        api.forget();
        assertRefused(send(get().header("sessionID", sessionId)));
    }

    @Test
    void ifKeycloakIsAwayTheApiIsNotCalled() {
        int nobody = FreePorts.one();
        String sessionId = sessionId();
        try (Gateway alone = start(nobody, apiPort)) {
            Response response = alone.client()
                    .send(Request.get(alone.base("acme.my") + "/attask/api/v15.0/user?sessionID=" + sessionId)
                            .header("sessionID", sessionId));

            assertThat(response.status()).isGreaterThanOrEqualTo(statusIfKeycloakIsAway());
            assertThat(api.count()).isZero();
            assertThat(alone.logs()).doesNotContain(sessionId);
        }
    }

    int statusIfKeycloakIsAway() {
        return 500;
    }

    @Test
    void ifTheApiIsAwayNothingSecretIsLogged() {
        String sessionId = sessionId();
        int nobody = FreePorts.one();
        try (Gateway alone = start(keycloak.port(), nobody)) {
            Response response = alone.client()
                    .send(Request.get(alone.base("acme.my") + "/attask/api/v15.0/user?sessionID=" + sessionId)
                            .header("sessionID", sessionId));

            assertThat(response.status()).isGreaterThanOrEqualTo(500);
            assertThat(alone.logs()).doesNotContain(sessionId);
        }
    }

    /** Whatever the tests before it have sent is looked for as well. */
    @Test
    void nothingSecretIsLogged() {
        String sessionId = sessionId();
        send(get().header("sessionID", sessionId).header("Referer", base() + "/attask/?sessionID=" + sessionId));
        send(Request.get(base() + "/attask/api/v15.0/user?sessionID=" + sessionId));
        send(get().header("Cookie", "sessionID=" + sessionId));
        send(get().header("Authorization", "Bearer " + sessionId));
        send(Request.get(base() + "/attask/api/v15.0/logout?sessionID=" + sessionId));

        assertThat(gateway.logs()).contains("/attask/api/v15.0/user").contains("/attask/api/v15.0/logout");
        assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(gateway.logs())
                .doesNotContain(secret));
    }
}
