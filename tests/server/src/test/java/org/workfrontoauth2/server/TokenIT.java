package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
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
        Application application = application(clientId);
        WorkfrontClient client = workfront.client(application).sending(encoding, authentication);

        Tokens first = Tokens.of(client.token(Workfront.codeGrant(application, code(application))));
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
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, code(Acme.SINGLE_PAGE));
        fields.put("client_id", "acme-spa");

        Tokens.of(workfront.send(Request.of("POST", workfront.tokenEndpoint()).body(mediaType, Form.encode(fields))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "application/json; charset=\"utf-8\"", "Application/JSON"})
    void jsonMayNameItsCharset(String mediaType) {
        String body = Form.json(Workfront.codeGrant(Acme.WEB, code(Acme.WEB)));

        Tokens.of(workfront.send(
                Request.of("POST", workfront.tokenEndpoint()).body(mediaType, body),
                "Authorization",
                Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only")));
    }

    @Test
    void emptyBasicPasswordCountsAsNoSecret() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, code(Acme.SINGLE_PAGE));

        Tokens.of(workfront.post(workfront.tokenEndpoint(), fields, "Authorization", Workfront.basic("acme-spa", "")));
    }

    @Test
    void emptyScopeDoesNoHarm() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.put("scope", "");

        Tokens.of(workfront.client(Acme.WEB).token(fields));
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
        Answers.assertThat(workfront.redeem(Acme.WEB, code(Acme.WEB))).hasHeader("Cache-Control", "no-store");
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

    // Codes

    @Test
    void redeemedCodeIsRefusedAndEverythingIssuedFromItDies() {
        String code = code(Acme.WEB);
        Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, code));
        assertThat(workfront.alive(tokens.sessionId())).isTrue();

        demo.refused(() -> workfront.redeem(Acme.WEB, code))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_code");

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.alive(tokens.refreshToken())).isFalse();
        demo.refused(() -> workfront.refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "invalid_token");
    }

    @Test
    void aReplayedCodeAlsoKillsWhatWasRefreshedSince() {
        String code = code(Acme.SINGLE_PAGE);
        Tokens first = Tokens.of(workfront.redeem(Acme.SINGLE_PAGE, code));
        Tokens second = Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, first.refreshToken()));

        Answers.assertThat(workfront.redeem(Acme.SINGLE_PAGE, code)).isWorkfrontError(400, "invalid_grant");

        assertThat(workfront.alive(second.sessionId())).isFalse();
        Answers.assertThat(workfront.refresh(Acme.SINGLE_PAGE, second.refreshToken()))
                .isWorkfrontError(400, "invalid_grant");
    }

    @Test
    void aReplayedCodeSparesTheUsersOtherGrants() {
        Visitor visitor = demo.visitor();
        Tokens other = visitor.grant(workfront, Acme.WEB);
        String code = visitor.allow(workfront, Acme.WEB).code();
        Tokens.of(workfront.redeem(Acme.WEB, code));

        Answers.assertThat(workfront.redeem(Acme.WEB, code)).isWorkfrontError(400, "invalid_grant");

        assertThat(workfront.alive(other.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.WEB, other.refreshToken()));
    }

    @Test
    void codesAreValidForTwoMinutes() {
        String code = code(Acme.WEB);

        demo.keycloak().clock().advance(Duration.ofSeconds(115));

        Tokens.of(workfront.redeem(Acme.WEB, code));
    }

    @Test
    void expiredCodeIsRefused() {
        String code = code(Acme.WEB);

        demo.keycloak().clock().advance(Duration.ofSeconds(121));

        // Which of the two depends on whether the server has thrown the code away already.
        demo.refused(() -> workfront.redeem(Acme.WEB, code))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "expired_code", "invalid_code");
    }

    @Test
    void unknownCodeIsRefused() {
        demo.refused(() -> workfront.redeem(Acme.WEB, "no-such-code"))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_code");
    }

    @Test
    void codeOfAnotherApplicationIsRefused() {
        try (Demo.Temporary thief = demo.singlePage(client -> {})) {
            String code = code(Acme.SINGLE_PAGE);

            demo.refused(() -> workfront.redeem(thief.application(), code))
                    .answers(400, "invalid_grant")
                    .records(CODE_ERROR, "invalid_code", "invalid_client");
        }
    }

    @Test
    void anotherRedirectUrlThanAtAuthorizeIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.put("redirect_uri", "https://app.workfrontfusion.com/oauth/cb/workfront-workfront");

        demo.refused(() -> workfront.client(Acme.WEB).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_redirect_uri");
    }

    @ParameterizedTest
    @CsvSource({"redirect_uri, invalid_redirect_uri", "code, invalid_code"})
    void missingFieldIsRefused(String name, String error) {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.remove(name);

        demo.refused(() -> workfront.client(Acme.WEB).token(fields))
                .answers(400, "invalid_request")
                .records(CODE_ERROR, error);
    }

    @Test
    void codeOfAUserWhoWasDisabledSinceIsRefused() {
        Visitor visitor = demo.visitor();
        String code = visitor.allow(workfront, Acme.WEB).code();
        demo.realm().users().disable(visitor.user());

        demo.refused(() -> workfront.redeem(Acme.WEB, code))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_code");
    }

    // PKCE (section 7)

    @Test
    void wrongVerifierIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, code(Acme.SINGLE_PAGE));
        fields.put("code_verifier", Workfront.PKCE.verifier().toLowerCase(Locale.ROOT));

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "pkce_verification_failed");
    }

    @Test
    void challengeAsVerifierIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, code(Acme.SINGLE_PAGE));
        fields.put("code_verifier", Workfront.PKCE.challenge());

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "pkce_verification_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void challengeWithoutVerifierIsRefused(String clientId) {
        Application application = application(clientId);
        Map<String, String> fields = Workfront.codeGrant(application, codeWithChallenge(application));
        fields.remove("code_verifier");

        demo.refused(() -> workfront.client(application).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "code_verifier_missing");
    }

    @Test
    void verifierWithoutChallengeIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.put("code_verifier", Workfront.PKCE.verifier());

        demo.refused(() -> workfront.client(Acme.WEB).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_code_verifier");
    }

    @Test
    void webApplicationsMayUsePkce() {
        Tokens.of(workfront.client(Acme.WEB).exchange(codeWithChallenge(Acme.WEB), Workfront.PKCE));
    }

    private String codeWithChallenge(Application application) {
        Map<String, String> query = Workfront.query(application);
        query.putAll(Workfront.PKCE.parameters());
        return demo.visitor().allow(workfront.authorizeAddress(query)).code();
    }

    // Clients

    @Test
    void secretOfASinglePageApplicationIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, code(Acme.SINGLE_PAGE));
        fields.put("client_secret", "a secret");

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an unknown client,      no-such-client, a secret",
        "an ordinary client,     plain-oidc,     plain-oidc-secret",
        "a resource server,      acme-api,       acme-api-secret",
        "a wrong secret,         acme-web,       wrong",
        "another one's secret,   acme-web,       acme-m2m-secret-for-the-demo-only",
        "the hash of the secret, acme-web,       30f6b4ae722fc11b2ae19dc50e373f11c20803e1a637314fb4ecac05844298f3",
    })
    void isNoApplicationOrDoesNotProveIt(String what, String clientId, String secret) {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, "no-such-code");
        Application application = new Application(clientId, secret, Acme.WEB.redirectUrl());

        Refused basic = demo.refused(() -> workfront
                        .client(application)
                        .sending(Encoding.FORM, Authentication.BASIC)
                        .token(fields))
                .answers(401, "invalid_client");
        assertThat(basic.answer().headers().first("WWW-Authenticate").orElse("none"))
                .startsWith("Basic");
        assertThat(basic.errors()).hasSize(1);

        Refused body =
                demo.refused(() -> workfront.client(application).token(fields)).answers(401, "invalid_client");
        Answers.assertThat(body.answer()).hasNoHeader("WWW-Authenticate");
        assertThat(body.errors()).hasSize(1);
    }

    @Test
    void webApplicationWithoutItsSecretIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.put("client_id", "acme-web");

        demo.refused(() -> workfront.post(workfront.tokenEndpoint(), fields))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
        demo.refused(() -> workfront.post(
                        workfront.tokenEndpoint(), fields, "Authorization", Workfront.basic("acme-web", "")))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
    }

    @Test
    void credentialsInTwoPlacesAreRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, code(Acme.WEB));
        fields.put("client_id", "acme-web");
        fields.put("client_secret", "acme-web-secret-for-the-demo-only");

        demo.refused(() -> workfront
                        .client(Acme.WEB)
                        .sending(Encoding.FORM, Authentication.BASIC)
                        .token(fields))
                .answers(400, "invalid_request")
                .records(CODE_ERROR, "invalid_request");
    }

    @Test
    void disabledApplicationIsRefused() {
        try (Demo.Temporary disabled = demo.singlePage(client -> client.put("enabled", false))) {
            demo.refused(() -> workfront.redeem(disabled.application(), "no-such-code"))
                    .answers(401, "invalid_client")
                    .records(CODE_ERROR, "client_disabled");
        }
    }

    // Grants

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

    @Test
    void machineToMachineApplicationsHaveNoCodes() {
        Application machine = new Application("acme-m2m", "acme-m2m-secret-for-the-demo-only", Acme.WEB.redirectUrl());

        Refused refused = demo.refused(() -> workfront.redeem(machine, "no-such-code"));

        Answers.assertThat(refused.answer()).isWorkfrontError().hasStatus(400);
        assertThat(refused.errors()).hasSize(1);
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

    private String code(Application application) {
        return demo.visitor().allow(workfront, application).code();
    }

    private static Application application(String clientId) {
        return clientId.equals("acme-web") ? Acme.WEB : Acme.SINGLE_PAGE;
    }
}
