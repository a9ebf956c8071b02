package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 6: the forms in which older clients log out. */
@RunsOn
class LogoutFormsIT {

    private static final String ERROR = "LOGOUT_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    LogoutFormsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/attask/api/v4.0/logout",
                "/attask/api/logout",
                "/attask/api/unsupported/logout",
                "/attask/api-internal/logout",
                "/attask/api-internal/v4.0/logout",
                "/attask/api-unsupported/logout",
                "/attask/api-unsupported/v19.0/logout",
                "/attask/api-asp/logout",
                "/attask/api-asp/v4.0/logout",
            })
    void everyBaseLogsOut(String path) {
        for (Workfront mount : new Workfront[] {workfront, workfront.below()}) {
            Tokens read = demo.visitor().grant(workfront, Acme.WEB);
            Tokens posted = demo.visitor().grant(workfront, Acme.WEB);

            assertLoggedOut(workfront.get(mount.base() + path, "sessionID", read.sessionId()), read);
            assertLoggedOut(
                    workfront.post(mount.base() + path, Map.of("sessionID", posted.sessionId(), "method", "GET")),
                    posted);
        }
    }

    @Test
    void aPostThatSaysGetTakesEveryCarrier() {
        String address = workfront.base() + "/attask/api/logout";
        Map<String, String> get = Map.of("method", "GET");
        Tokens header = demo.visitor().grant(workfront, Acme.WEB);
        Tokens bearer = demo.visitor().grant(workfront, Acme.WEB);
        Tokens query = demo.visitor().grant(workfront, Acme.WEB);
        Tokens bare = demo.visitor().grant(workfront, Acme.WEB);

        assertLoggedOut(workfront.post(address, get, "sessionID", header.sessionId()), header);
        assertLoggedOut(workfront.post(address, get, "Authorization", "Bearer " + bearer.sessionId()), bearer);
        assertLoggedOut(workfront.post(address + "?sessionID=" + query.sessionId(), get), query);
        assertLoggedOut(
                workfront.send(
                        Request.of("POST", address + "?method=GET"),
                        "sessionID",
                        bare.sessionId(),
                        "Content-Length",
                        "0"),
                bare);
    }

    @Test
    void theFormIsNeverLogged() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        long before = demo.keycloak().log().end();

        workfront.post(workfront.logoutEndpoint(), Map.of("sessionID", tokens.sessionId(), "method", "GET"));

        assertThat(demo.keycloak().log().since(before)).doesNotContain(tokens.sessionId());
    }

    @Test
    void theCookieStillDoesNotCount() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        demo.refused(() -> workfront.post(
                        workfront.logoutEndpoint(),
                        Map.of("method", "GET"),
                        "Cookie",
                        "sessionID=" + tokens.sessionId()))
                .records(ERROR, "invalid_token");

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    @Test
    void aPostThatDoesNotSayGetIsNotAllowed() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Refused refused = demo.refused(
                        () -> workfront.post(workfront.logoutEndpoint(), Map.of("sessionID", tokens.sessionId())))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(405).hasHeader("Allow", "GET");
        assertThat(refused.answer().body().at("/error/class").asText()).isNotBlank();
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    @Test
    void twoDifferentSessionIdsAreRefused() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Refused refused = demo.refused(() -> workfront.post(
                        workfront.logoutEndpoint(),
                        Map.of("sessionID", "another", "method", "GET"),
                        "sessionID",
                        tokens.sessionId()))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(400);
        assertThat(refused.answer().body().at("/error/message").asText()).contains("two different session IDs");
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    @Test
    void aFormThatCannotBeReadIsRefused() {
        Refused refused = demo.refused(() -> workfront.send(Request.of("POST", workfront.logoutEndpoint())
                        .body("application/x-www-form-urlencoded", "method=GET&sessionID=%zz")))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(400);
    }

    /** A refresh token is not a session ID. */
    @Test
    void aRefreshTokenLogsNobodyOut() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Refused refused = demo.refused(() -> workfront.post(
                        workfront.logoutEndpoint(), Map.of("sessionID", tokens.refreshToken(), "method", "GET")))
                .records(ERROR, "invalid_token");

        Answers.assertThat(refused.answer()).isNotLoggedIn();
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    private void assertLoggedOut(Answer answer, Tokens tokens) {
        Answers.assertThat(answer).hasStatus(200);
        assertThat(answer.body().get("data").isObject()).isTrue();
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.refreshable(tokens.refreshToken())).isFalse();
    }
}
