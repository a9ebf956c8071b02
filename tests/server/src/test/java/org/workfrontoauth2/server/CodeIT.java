package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;

/** Codes and their PKCE (contract, sections 4 and 7): each is good once, for two minutes, and for who asked for it. */
@RunsOn
class CodeIT {

    private static final String CODE_ERROR = "CODE_TO_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    CodeIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @Test
    void redeemedCodeIsRefusedAndEverythingIssuedFromItDies() {
        String code = demo.code(Acme.WEB);
        Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, code));
        assertThat(workfront.alive(tokens.sessionId())).isTrue();

        demo.refused(() -> workfront.redeem(Acme.WEB, code))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_code");

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.refreshable(tokens.refreshToken())).isFalse();
        demo.refused(() -> workfront.refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "invalid_token");
    }

    @Test
    void aReplayedCodeAlsoKillsWhatWasRefreshedSince() {
        String code = demo.code(Acme.SINGLE_PAGE);
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
        String code = demo.code(Acme.WEB);

        demo.keycloak().clock().advance(Duration.ofSeconds(90));

        Tokens.of(workfront.redeem(Acme.WEB, code));
    }

    @Test
    void expiredCodeIsRefused() {
        String code = demo.code(Acme.WEB);

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
            String code = demo.code(Acme.SINGLE_PAGE);

            demo.refused(() -> workfront.redeem(thief.application(), code))
                    .answers(400, "invalid_grant")
                    .records(CODE_ERROR, "invalid_code", "invalid_client");
        }
    }

    @Test
    void anotherRedirectUrlThanAtAuthorizeIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
        fields.put("redirect_uri", "https://app.workfrontfusion.com/oauth/cb/workfront-workfront");

        demo.refused(() -> workfront.client(Acme.WEB).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "invalid_redirect_uri");
    }

    @Test
    void codeThatWentToARedirectUrlWhichWasRemovedSinceIsRefused() {
        try (Demo.Temporary application = demo.singlePage(client -> {})) {
            String code = demo.code(application.application());
            demo.realm().clients().change(application.application().clientId(), client -> client.putArray(
                            "redirectUris")
                    .add("http://localhost:9999/elsewhere"));

            demo.refused(() -> workfront.redeem(application.application(), code))
                    .answers(400, "invalid_grant")
                    .records(CODE_ERROR, "invalid_code");
        }
    }

    @ParameterizedTest
    @CsvSource({"redirect_uri, invalid_redirect_uri", "code, invalid_code"})
    void missingFieldIsRefused(String name, String error) {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
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

    @Test
    void machineToMachineApplicationsHaveNoCodes() {
        Application machine = new Application("acme-m2m", "acme-m2m-secret-for-the-demo-only", Acme.WEB.redirectUrl());

        Refused refused = demo.refused(() -> workfront.redeem(machine, "no-such-code"));

        Answers.assertThat(refused.answer()).isWorkfrontError().hasStatus(400);
        assertThat(refused.errors()).hasSize(1);
    }

    // PKCE (section 7)

    @Test
    void wrongVerifierIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, demo.code(Acme.SINGLE_PAGE));
        fields.put("code_verifier", Workfront.PKCE.verifier().toLowerCase(Locale.ROOT));

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "pkce_verification_failed");
    }

    @Test
    void challengeAsVerifierIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, demo.code(Acme.SINGLE_PAGE));
        fields.put("code_verifier", Workfront.PKCE.challenge());

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "pkce_verification_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void challengeWithoutVerifierIsRefused(String clientId) {
        Application application = Demo.application(clientId);
        Map<String, String> fields = Workfront.codeGrant(application, codeWithChallenge(application));
        fields.remove("code_verifier");

        demo.refused(() -> workfront.client(application).token(fields))
                .answers(400, "invalid_grant")
                .records(CODE_ERROR, "code_verifier_missing");
    }

    @Test
    void verifierWithoutChallengeIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
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
}
