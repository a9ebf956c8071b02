package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 6: whoever holds a session ID may ask whose it is. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionIT {

    private static final String ERROR = "INTROSPECT_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;
    private User user;
    private Tokens tokens;

    SessionIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @BeforeAll
    void logIn() {
        Visitor visitor = demo.visitor();
        user = visitor.user();
        tokens = visitor.grant(demo.on(Demo.PREVIEW), Acme.WEB);
    }

    private void assertTheirs(Answer answer) {
        Answers.assertThat(answer)
                .hasStatus(200)
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Cross-Origin-Resource-Policy", "same-origin")
                .hasNoHeader("Access-Control-Allow-Origin")
                .hasNoHeader("Access-Control-Allow-Credentials");
        assertThat(answer.body().fieldNames()).toIterable().containsExactly("data");
        assertThat(answer.body().get("data").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("userID", "username", "clientID", "domain", "lane", "expiresIn");
        assertThat(answer.body().at("/data/userID").asText()).isEqualTo(tokens.wid());
        assertThat(answer.body().at("/data/username").asText()).isEqualTo(user.name());
        assertThat(answer.body().at("/data/clientID").asText()).isEqualTo("acme-web");
        assertThat(answer.body().at("/data/domain").asText()).isEqualTo("acme");
        assertThat(answer.body().at("/data/lane").asText()).isEqualTo("preview");
        assertThat(answer.body().at("/data/expiresIn").asLong()).isBetween(3000L, 3600L);
        assertThat(answer.text()).doesNotContain(tokens.sessionId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/attask/api/v15.0/session",
                "/attask/api/v20.0/session",
                "/attask/api/session",
                "/attask/api/unsupported/session",
                "/attask/api-internal/session",
                "/attask/api-unsupported/v19.0/session",
                "/attask/api-asp/v4.0/session",
            })
    void everyBaseTells(String path) {
        for (Workfront mount : new Workfront[] {workfront, workfront.below()}) {
            assertTheirs(workfront.get(mount.base() + path, "sessionID", tokens.sessionId()));
            assertTheirs(workfront.post(mount.base() + path, Map.of("sessionID", tokens.sessionId(), "method", "GET")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sessionid,     ''",
        "Authorization, 'Bearer '",
        "Cookie,        'sessionID='",
    })
    void everyCarrierIsRead(String name, String prefix) {
        assertTheirs(workfront.get(workfront.sessionEndpoint(), name, prefix + tokens.sessionId()));
        assertTheirs(workfront.get(workfront.sessionEndpoint() + "?sessionID=" + tokens.sessionId()));
    }

    /** Any page could make a browser send it. */
    @Test
    void aPostDoesNotReadTheCookie() {
        Answers.assertThat(workfront.post(
                        workfront.sessionEndpoint(),
                        Map.of("method", "GET"),
                        "Cookie",
                        "sessionID=" + tokens.sessionId()))
                .isNotLoggedIn();
    }

    @Test
    void noPageOfAnotherOriginReadsIt() {
        assertTheirs(workfront.get(
                workfront.sessionEndpoint(), "Cookie", "sessionID=" + tokens.sessionId(), "Origin", Acme.ORIGIN));
        Answer preflight = workfront.send(
                Request.of("OPTIONS", workfront.sessionEndpoint()),
                "Origin",
                Acme.ORIGIN,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "sessionid");
        Answers.assertThat(preflight)
                .hasNoHeader("Access-Control-Allow-Origin")
                .hasNoHeader("Access-Control-Allow-Headers");
    }

    @Test
    void withoutAGoodSessionIdNobodyIsLoggedIn() {
        for (String text : new String[] {"", "x", tokens.refreshToken()}) {
            Answer answer = workfront.get(workfront.sessionEndpoint(), "sessionID", text);

            Answers.assertThat(answer).isNotLoggedIn().hasHeader("Cache-Control", "no-store");
        }
    }

    @Test
    void twoDifferentOnesAreRefused() {
        Refused refused = demo.firstRefused(() -> workfront.get(
                        workfront.sessionEndpoint() + "?sessionID=another", "sessionID", tokens.sessionId()))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(400);
        assertThat(refused.answer().body().at("/error/message").asText()).contains("two different session IDs");
    }

    @Test
    void aPostThatDoesNotSayGetIsNotAllowed() {
        Refused refused = demo.firstRefused(
                        () -> workfront.post(workfront.sessionEndpoint(), Map.of("sessionID", tokens.sessionId())))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(405).hasHeader("Allow", "GET");
    }

    @Test
    void aHostOfNobodyIsNotFound() {
        Workfront nobody = demo.on("nobody.my.localhost");

        Answers.assertThat(nobody.get(nobody.sessionEndpoint(), "sessionID", tokens.sessionId()))
                .hasStatus(404);
    }
}
