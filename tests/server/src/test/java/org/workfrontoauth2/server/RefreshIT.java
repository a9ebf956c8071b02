package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, sections 4 and 6: a refresh token brings new session IDs, and grants do not touch each other. */
@RunsOn
class RefreshIT {

    private static final String REFRESH_ERROR = "REFRESH_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    RefreshIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void everyRefreshAnswersWithBothTokens(String clientId) {
        Application application = Demo.application(clientId);
        Tokens tokens = demo.visitor().grant(workfront, application);

        for (int i = 0; i < 3; i++) {
            Tokens refreshed = Tokens.of(workfront.refresh(application, tokens.refreshToken()));

            assertThat(refreshed.sessionId()).isNotEqualTo(tokens.sessionId());
            assertThat(refreshed.wid()).isEqualTo(tokens.wid());
            assertThat(workfront.alive(refreshed.sessionId())).isTrue();
            tokens = refreshed;
        }
    }

    @Test
    void withoutRotationTheRefreshTokenStaysTheSame() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertThat(Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken())).refreshToken())
                .isEqualTo(tokens.refreshToken());
    }

    @Test
    void theRedirectUrlMayComeAlongAndIsIgnored() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Map<String, String> fields = new HashMap<>(Workfront.refreshGrant(tokens.refreshToken()));
        fields.put("redirect_uri", "https://some.example/where");

        Tokens.of(workfront.client(Acme.WEB).token(fields));
    }

    @Test
    void theRefreshTokenOutlivesTheBrowsersSession() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);

        // The realm's sessions end after two hours without use, the application's inactive expiration is seven days.
        demo.keycloak().clock().advance(Duration.ofHours(36));

        Tokens refreshed = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
        assertThat(workfront.alive(refreshed.sessionId())).isTrue();
    }

    @Test
    void grantsOfTwoBrowsersAreIndependent() {
        Visitor one = demo.visitor();
        Visitor other = demo.visitor(one.user());

        assertIndependent(one.grant(workfront, Acme.WEB), other.grant(workfront, Acme.WEB), Acme.WEB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void grantsOfOneBrowserAreIndependent(String clientId) {
        Application application = Demo.application(clientId);
        Visitor visitor = demo.visitor();

        assertIndependent(visitor.grant(workfront, application), visitor.grant(workfront, application), application);
    }

    private void assertIndependent(Tokens one, Tokens other, Application application) {
        Tokens oneRefreshed = Tokens.of(workfront.refresh(application, one.refreshToken()));
        Tokens otherRefreshed = Tokens.of(workfront.refresh(application, other.refreshToken()));
        Tokens oneAgain = Tokens.of(workfront.refresh(application, oneRefreshed.refreshToken()));

        Answers.assertThat(workfront.client(application).revoke(oneAgain.refreshToken()))
                .hasStatus(200);

        assertThat(workfront.alive(one.sessionId())).isFalse();
        assertThat(workfront.alive(oneAgain.sessionId())).isFalse();
        Answers.assertThat(workfront.refresh(application, oneAgain.refreshToken()))
                .isWorkfrontError(400, "invalid_grant");
        assertThat(workfront.alive(other.sessionId())).isTrue();
        assertThat(workfront.alive(otherRefreshed.sessionId())).isTrue();
        Tokens.of(workfront.refresh(application, otherRefreshed.refreshToken()));
    }

    @Test
    void refreshTokenOfAnotherApplicationIsRefused() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        demo.refused(() -> workfront.refresh(Acme.SINGLE_PAGE, tokens.refreshToken()))
                .answers(400, "invalid_grant")
                .records(REFRESH_ERROR, "invalid_token");
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }

    @Test
    void sessionIdIsNoRefreshToken() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        demo.refused(() -> workfront.refresh(Acme.WEB, tokens.sessionId()))
                .answers(400, "invalid_grant")
                .records(REFRESH_ERROR, "invalid_token");
    }

    @Test
    void refreshTokenIsNoSessionId() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Answers.assertThat(workfront.client(Acme.WEB).logOut(tokens.refreshToken()))
                .isNotLoggedIn();
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }

    @ParameterizedTest
    @CsvSource({"first", "middle", "last"})
    void refreshTokenWithOneOtherLetterIsRefused(String where) {
        String token = demo.visitor().grant(workfront, Acme.WEB).refreshToken();
        int at = where.equals("first") ? 0 : where.equals("last") ? token.length() - 1 : token.length() / 2;
        String tampered = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);

        demo.refused(() -> workfront.refresh(Acme.WEB, tampered))
                .answers(400, "invalid_grant")
                .records(REFRESH_ERROR, "invalid_token");
    }

    @Test
    void refreshTokenOfAnOrdinaryClientIsRefused() {
        String stock = workfront
                .post(
                        workfront.standardEndpoint("token"),
                        Map.of("grant_type", "password", "username", "alice", "password", "alice", "scope", "openid"),
                        "Authorization",
                        Workfront.basic("plain-oidc", "plain-oidc-secret"))
                .member("refresh_token");
        assertThat(stock).isNotEmpty();

        demo.refused(() -> workfront.refresh(Acme.WEB, stock))
                .answers(400, "invalid_grant")
                .records(REFRESH_ERROR, "invalid_token");
    }

    @Test
    void wrongSecretIsRefused() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Application impostor = new Application("acme-web", "wrong", Acme.WEB.redirectUrl());

        demo.refused(() -> workfront.refresh(impostor, tokens.refreshToken()))
                .answers(401, "invalid_client")
                .records(REFRESH_ERROR, "invalid_client_credentials");
    }
}
