package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 4, Revoke: a client logs out where Workfront's own example does. */
@RunsOn
class RevokeIT {

    private static final String ERROR = "REVOKE_GRANT_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    RevokeIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    /** JSON with a charset, the redirect URL along, from a page of another origin. */
    @Test
    void workfrontsOwnExampleLogsOut() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);
        String body = Form.json(Map.of(
                "client_id",
                Acme.SINGLE_PAGE.clientId(),
                "refresh_token",
                tokens.refreshToken(),
                "redirect_uri",
                Acme.SINGLE_PAGE.redirectUrl()));

        Answer answer = workfront.send(
                Request.of("POST", workfront.revokeEndpoint()).body("application/json; charset=UTF-8", body),
                "Origin",
                Acme.ORIGIN);

        assertEnded(answer, Acme.SINGLE_PAGE, tokens);
        Answers.assertThat(answer)
                .hasHeader("Access-Control-Allow-Origin", Acme.ORIGIN)
                .hasNoHeader("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "acme-web, JSON, BASIC",
        "acme-web, JSON, BODY",
        "acme-web, FORM, BASIC",
        "acme-web, FORM, BODY",
        "acme-spa, JSON, PUBLIC",
        "acme-spa, FORM, PUBLIC",
    })
    void everyCombinationEndsTheGrant(String clientId, Encoding encoding, Authentication authentication) {
        Application application = Demo.application(clientId);
        for (String member : new String[] {"token", "refresh_token"}) {
            Tokens tokens = demo.visitor().grant(workfront, application);

            Answer answer = workfront
                    .client(application)
                    .sending(encoding, authentication)
                    .endGrant(Map.of(member, tokens.refreshToken()));

            assertEnded(answer, application, tokens);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/realms/acme"})
    void aSessionIdEndsItsGrantOnBothMounts(String below) {
        Workfront mount = below.isEmpty() ? workfront : workfront.below();
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        demo.realm().events().clear();

        Answer answer = mount.client(Acme.WEB).endGrant(Map.of("token", tokens.sessionId()));

        assertThat(demo.realm().events().all()).extracting(Event::type).contains("REVOKE_GRANT");
        assertEnded(answer, Acme.WEB, tokens);
    }

    @Test
    void otherGrantsOfTheSameUserGoOn() {
        Visitor visitor = demo.visitor();
        Tokens ended = visitor.grant(workfront, Acme.WEB);
        Tokens other = visitor.grant(workfront, Acme.WEB);

        workfront.client(Acme.WEB).endGrant(Map.of("token", ended.sessionId()));

        assertThat(workfront.alive(ended.sessionId())).isFalse();
        assertThat(workfront.alive(other.sessionId())).isTrue();
    }

    @Test
    void sessionIdAndRefreshTokenMayBothBeSent() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Answer answer = workfront
                .client(Acme.WEB)
                .endGrant(Map.of("token", tokens.sessionId(), "refresh_token", tokens.refreshToken()));

        assertEnded(answer, Acme.WEB, tokens);
    }

    /** RFC 7009, 2.2. */
    @Test
    void whatIsUnknownOrDeadSucceeds() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        assertEnded(workfront.client(Acme.WEB).endGrant(Map.of("token", tokens.sessionId())), Acme.WEB, tokens);

        for (String dead :
                new String[] {tokens.sessionId(), tokens.refreshToken(), "no-such-token", "x".repeat(9000)}) {
            assertEmptyObject(workfront.client(Acme.WEB).endGrant(Map.of("token", dead)));
        }
    }

    /** RFC 7009, 2.1. */
    @Test
    void theTokenOfAnotherApplicationIsRefused() {
        Tokens own = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);
        Tokens foreign = demo.visitor().grant(workfront, Acme.WEB);

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).endGrant(Map.of("token", foreign.refreshToken())))
                .answers(400, "invalid_grant")
                .records(ERROR, "invalid_token");
        demo.refused(() -> workfront
                        .client(Acme.SINGLE_PAGE)
                        .endGrant(Map.of("token", own.sessionId(), "refresh_token", foreign.refreshToken())))
                .answers(400, "invalid_grant")
                .records(ERROR, "invalid_token");

        assertThat(workfront.alive(foreign.sessionId())).isTrue();
        assertThat(workfront.alive(own.sessionId())).isTrue();
    }

    @Test
    void revokingNeedsTheSecret() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Map<String, String> fields = Map.of("token", tokens.sessionId());
        Application impostor = new Application("acme-web", "wrong", Acme.WEB.redirectUrl());
        Application silent = new Application("acme-web", null, Acme.WEB.redirectUrl());

        demo.refused(() -> workfront.client(impostor).endGrant(fields))
                .answers(401, "invalid_client")
                .records(ERROR, "invalid_client_credentials");
        demo.refused(() -> workfront.client(silent).endGrant(fields))
                .answers(401, "invalid_client")
                .records(ERROR, "invalid_client_credentials");
        Refused basic = demo.refused(() -> workfront
                .client(impostor)
                .sending(Encoding.JSON, Authentication.BASIC)
                .endGrant(fields));
        assertThat(basic.answers(401, "invalid_client")
                        .answer()
                        .headers()
                        .first("WWW-Authenticate")
                        .orElse(""))
                .startsWith("Basic");
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    @Test
    void aSinglePageApplicationHasNoSecret() {
        demo.refused(() ->
                        workfront.client(Acme.SINGLE_PAGE).endGrant(Map.of("token", "x", "client_secret", "a secret")))
                .answers(401, "invalid_client")
                .records(ERROR, "invalid_client_credentials");
    }

    @Test
    void whoIsNoApplicationIsRefused() {
        demo.refused(() -> workfront.client(Acme.PLAIN).endGrant(Map.of("token", "x")))
                .answers(401, "invalid_client")
                .records(ERROR, "client_not_found");
    }

    @Test
    void credentialsTwiceAreRefused() {
        demo.refused(() -> workfront
                        .client(Acme.WEB)
                        .sending(Encoding.FORM, Authentication.BASIC)
                        .endGrant(Map.of("token", "x", "client_secret", Acme.WEB.secret())))
                .answers(400, "invalid_request")
                .records(ERROR, "invalid_request");
    }

    @Test
    void nothingToRevokeIsRefused() {
        Refused refused = demo.refused(() -> workfront.client(Acme.WEB).endGrant(Map.of()));

        refused.answers(400, "invalid_request").records(ERROR, "invalid_request");
        assertThat(refused.answer().text()).contains("The parameter token or refresh_token is missing.");
    }

    @Test
    void aDisabledApplicationIsRefused() {
        try (Demo.Temporary gone = demo.singlePage(Map.of())) {
            demo.realm().clients().disable(gone.clientId());

            demo.refused(() -> workfront.client(gone.application()).endGrant(Map.of("token", "x")))
                    .answers(401, "invalid_client")
                    .records(ERROR, "client_disabled");
        }
    }

    @Test
    void errorsAreInTheApplicationsDialect() {
        try (Demo.Temporary standard = demo.singlePage(
                client -> ((ObjectNode) client.get("attributes")).put("workfront.standard.responses", "true"))) {
            demo.refused(() -> workfront.client(standard.application()).endGrant(Map.of()))
                    .answersStandard(400, "invalid_request")
                    .records(ERROR, "invalid_request");
        }
    }

    /** Whatever else is sent, this is about revocation. */
    @Test
    void aGrantTypeThatComesAlongChangesNothing() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);

        Answer answer = workfront
                .client(Acme.SINGLE_PAGE)
                .endGrant(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));

        assertEnded(answer, Acme.SINGLE_PAGE, tokens);
    }

    private void assertEnded(Answer answer, Application application, Tokens tokens) {
        assertEmptyObject(answer);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.refreshable(tokens.refreshToken())).isFalse();
        Answers.assertThat(workfront.refresh(application, tokens.refreshToken()))
                .isWorkfrontError(400, "invalid_grant");
    }

    private static void assertEmptyObject(Answer answer) {
        Answers.assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("application/json");
    }
}
