package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** Contract, section 4: a code becomes a session ID and a refresh token. */
@RunsOn
class TokenIT {

    private static final String CODE_ERROR = "CODE_TO_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    TokenIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    // What clients send

    @ParameterizedTest
    @CsvSource({
        "acme-web, JSON, BASIC",
        "acme-web, JSON, BODY",
        "acme-web, FORM, BASIC",
        "acme-web, FORM, BODY",
        "acme-spa, JSON, PUBLIC",
        "acme-spa, FORM, PUBLIC",
    })
    void everyCombinationWorksForBothGrants(String clientId, Encoding encoding, Authentication authentication) {
        Application application = Demo.application(clientId);
        WorkfrontClient client = workfront.client(application).sending(encoding, authentication);

        Tokens first = Tokens.of(client.token(Workfront.codeGrant(application, demo.code(application))));
        Tokens second = Tokens.of(client.refresh(first.refreshToken()));

        assertThat(second.type()).isEqualTo("sessionID");
        assertThat(second.sessionId()).isNotEqualTo(first.sessionId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=utf-8",
                "Application/X-WWW-Form-URLEncoded",
            })
    void formsMayNameTheirCharset(String mediaType) {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, demo.code(Acme.SINGLE_PAGE));
        fields.put("client_id", "acme-spa");

        Tokens.of(workfront.send(Request.of("POST", workfront.tokenEndpoint()).body(mediaType, Form.encode(fields))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "application/json; charset=\"utf-8\"", "Application/JSON"})
    void jsonMayNameItsCharset(String mediaType) {
        String body = Form.json(Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB)));

        Tokens.of(workfront.send(
                Request.of("POST", workfront.tokenEndpoint()).body(mediaType, body),
                "Authorization",
                Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only")));
    }

    @Test
    void emptyBasicPasswordCountsAsNoSecret() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, demo.code(Acme.SINGLE_PAGE));

        Tokens.of(workfront.post(workfront.tokenEndpoint(), fields, "Authorization", Workfront.basic("acme-spa", "")));
    }

    @Test
    void emptyScopeDoesNoHarm() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
        fields.put("scope", "");

        Tokens.of(workfront.client(Acme.WEB).token(fields));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "client_credentials",
                "implicit",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:openid:params:grant-type:ciba",
                "urn:ietf:params:oauth:grant-type:pre-authorized_code",
                "AUTHORIZATION_CODE",
                "no-such-grant",
            })
    void thereAreOnlyTwoGrants(String grantType) {
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", grantType);
        fields.put("username", "alice");
        fields.put("password", "alice");

        Refused refused =
                demo.refused(() -> workfront.client(Acme.WEB).token(fields)).answers(400, "unsupported_grant_type");

        assertThat(refused.errors()).hasSize(1);
    }

    // What clients get

    @Test
    void theAnswerHasExactlyTheFiveMembers() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertThat(tokens.type()).isEqualTo("sessionID");
        assertThat(tokens.expiresIn()).isBetween(3590L, 3600L);
    }

    @Test
    void theAnswerIsNeverStored() {
        Answers.assertThat(workfront.redeem(Acme.WEB, demo.code(Acme.WEB))).hasHeader("Cache-Control", "no-store");
    }

    @Test
    void theWidIsTheUsersId() {
        Visitor visitor = demo.visitor();

        assertThat(visitor.grant(workfront, Acme.WEB).wid())
                .isEqualTo(visitor.user().wid());
    }

    @Test
    void theWidAttributeComesFirst() {
        User bob = demo.realm().users().find("bob");

        assertThat(demo.visitor(bob).grant(workfront, Acme.SINGLE_PAGE).wid())
                .isEqualTo("b0b00000000000000000000000000b0b");
    }

    @Test
    void nothingIsReadableInTheTokens() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);

        for (String token : new String[] {tokens.sessionId(), tokens.refreshToken()}) {
            String decoded = new String(
                    Base64.getDecoder().decode(token.substring(0, token.length() / 4 * 4)),
                    StandardCharsets.ISO_8859_1);
            assertThat(token + decoded)
                    .doesNotContain(visitor.user().id())
                    .doesNotContain(visitor.user().name())
                    .doesNotContain(visitor.user().wid())
                    .doesNotContain("acme-");
        }
    }

    @Test
    void tokensOfTheSameUserHaveNothingInCommon() {
        Visitor visitor = demo.visitor();
        Tokens first = visitor.grant(workfront, Acme.WEB);
        Tokens second = visitor.grant(workfront, Acme.WEB);

        assertThat(commonBeginning(first.sessionId(), second.sessionId())).isLessThan(20);
        assertThat(commonBeginning(first.refreshToken(), second.refreshToken())).isLessThan(20);
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    // Dialects

    @Test
    void theSwitchMakesAnswersStandard() {
        try (Demo.Temporary standard = demo.singlePage(TokenIT::switchOn)) {
            Tokens tokens = demo.visitor().grant(workfront, standard.application());
            Answer refreshed = workfront.refresh(standard.application(), tokens.refreshToken());

            assertThat(tokens.type()).isEqualTo("Bearer");
            assertThat(Tokens.of(refreshed).type()).isEqualTo("Bearer");
        }
    }

    @Test
    void theSwitchMakesErrorsStandard() {
        try (Demo.Temporary standard = demo.singlePage(TokenIT::switchOn)) {
            WorkfrontClient client = workfront.client(standard.application());
            Map<String, String> withSecret = Workfront.codeGrant(standard.application(), "no-such-code");
            withSecret.put("client_secret", "a secret");

            demo.refused(() -> workfront.redeem(standard.application(), "no-such-code"))
                    .answersStandard(400, "invalid_grant")
                    .records(CODE_ERROR, "invalid_code");
            demo.refused(() -> client.token(Map.of("grant_type", "password")))
                    .answersStandard(400, "unsupported_grant_type");
            demo.refused(() -> client.token(Map.of())).answersStandard(400, "invalid_request");
            demo.refused(() -> client.token(withSecret))
                    .answersStandard(401, "invalid_client")
                    .records(CODE_ERROR, "invalid_client_credentials");
        }
    }

    private static void switchOn(ObjectNode client) {
        ((ObjectNode) client.get("attributes")).put("workfront.standard.responses", "true");
    }

    @Test
    void anErrorSaysTheSameInBothMembersThatClientsRead() {
        JsonNode error = workfront.redeem(Acme.WEB, "no-such-code").body();

        assertThat(error.get("message")).isEqualTo(error.get("error_description"));
    }
}
