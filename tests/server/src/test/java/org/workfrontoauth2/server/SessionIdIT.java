package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, sections 6 and 8: what a session ID says, and where it is worth something. */
@RunsOn
class SessionIdIT {

    private final Demo demo;
    private final Workfront workfront;

    SessionIdIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    // Introspection

    @Test
    void introspectionTellsWhoseSessionItIs() {
        Visitor visitor = demo.visitor();
        long before = demo.keycloak().clock().seconds();
        Tokens tokens = visitor.grant(demo.on(Demo.PREVIEW), Acme.WEB);
        long after = demo.keycloak().clock().seconds();

        JsonNode session = workfront.introspect(tokens.sessionId());

        assertThat(session.get("active").booleanValue()).isTrue();
        assertThat(session.get("sub").asText()).isEqualTo(visitor.user().id());
        assertThat(session.get("username").asText()).isEqualTo(visitor.user().name());
        assertThat(session.get("client_id").asText()).isEqualTo("acme-web");
        assertThat(session.get("wid").asText()).isEqualTo(tokens.wid());
        assertThat(session.get("domain").asText()).isEqualTo("acme");
        assertThat(session.get("lane").asText()).isEqualTo("preview");
        assertThat(session.get("token_type").asText()).isEqualTo("sessionID");
        assertThat(session.get("iat").asLong()).isBetween(before, after);
        assertThat(session.get("exp").asLong() - session.get("iat").asLong()).isBetween(3590L, 3600L);
    }

    @Test
    void introspectionTellsOfRefreshTokensToo() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.SINGLE_PAGE);

        JsonNode grant = workfront.introspectRefreshToken(tokens.refreshToken());

        assertThat(grant.get("active").booleanValue()).isTrue();
        assertThat(grant.get("sub").asText()).isEqualTo(visitor.user().id());
        assertThat(grant.get("client_id").asText()).isEqualTo("acme-spa");
    }

    @Test
    void theLaneStaysThatOfTheGrant() {
        Tokens tokens = demo.visitor().grant(demo.on(Demo.PREVIEW), Acme.WEB);

        Tokens refreshed = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));

        assertThat(workfront.introspect(refreshed.sessionId()).get("lane").asText())
                .isEqualTo("preview");
    }

    @ParameterizedTest
    @CsvSource({
        "plain-oidc, plain-oidc-secret",
        "acme-web,   acme-web-secret-for-the-demo-only",
        "acme-m2m,   acme-m2m-secret-for-the-demo-only",
    })
    void otherClientsMayNotIntrospect(String clientId, String secret) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);

        for (String token : new String[] {tokens.sessionId(), tokens.refreshToken()}) {
            Answer answer = workfront.post(
                    workfront.standardEndpoint("token/introspect"),
                    Map.of("token", token),
                    "Authorization",
                    Workfront.basic(clientId, secret));

            assertThat(answer.text()).doesNotContain(tokens.wid());
            assertThat(answer.body().path("active").asBoolean(false)).isFalse();
        }
    }

    @Test
    void nobodyIntrospectsWithoutCredentials() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Answer answer =
                workfront.post(workfront.standardEndpoint("token/introspect"), Map.of("token", tokens.sessionId()));

        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.body().has("active")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60})
    void sessionIdWithOneOtherLetterIsDead(int at) {
        String token = demo.visitor().grant(workfront, Acme.WEB).sessionId();
        String tampered = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);

        assertThat(workfront.introspect(tampered).toString()).isEqualTo("{\"active\":false}");
    }

    // Logout of Workfront's API: where the session ID may stand

    @ParameterizedTest
    @CsvSource({
        "sessionID,     ''",
        "sessionid,     ''",
        "SESSIONID,     ''",
        "Authorization, 'Bearer '",
        "authorization, 'bearer '",
    })
    void theHeaderMayCarryTheSessionId(String name, String prefix) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertLoggedOut(workfront.get(workfront.logoutEndpoint(), name, prefix + tokens.sessionId()), tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attask/api/v1.0/logout", "/attask/api/v15.0/logout", "/attask/api/v20.0/logout"})
    void everyVersionOfTheApiLogsOut(String path) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertLoggedOut(workfront.get(workfront.base() + path, "sessionID", tokens.sessionId()), tokens);
    }

    @Test
    void theQueryMayCarryTheSessionId() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertLoggedOut(workfront.get(workfront.logoutEndpoint() + "?sessionID=" + tokens.sessionId()), tokens);
    }

    @Test
    void theQueryIsNeverLogged() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        long before = demo.keycloak().log().end();

        workfront.get(workfront.logoutEndpoint() + "?sessionID=" + tokens.sessionId());

        assertThat(demo.keycloak().log().since(before)).doesNotContain(tokens.sessionId());
    }

    @Test
    void theSameSessionIdInTwoPlacesIsOne() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertLoggedOut(
                workfront.get(
                        workfront.logoutEndpoint(),
                        "sessionID",
                        tokens.sessionId(),
                        "Authorization",
                        "Bearer " + tokens.sessionId()),
                tokens);
    }

    private void assertLoggedOut(Answer answer, Tokens tokens) {
        Answers.assertThat(answer).hasStatus(200);
        assertThat(answer.body().get("data").isObject()).isTrue();
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.refreshable(tokens.refreshToken())).isFalse();
    }

    @Test
    void twoSessionIdsInOneRequestAreRefused() {
        Visitor visitor = demo.visitor();
        Tokens one = visitor.grant(workfront, Acme.WEB);
        Tokens other = visitor.grant(workfront, Acme.WEB);

        Answer answer = workfront.get(
                workfront.logoutEndpoint(),
                "sessionID",
                one.sessionId(),
                "Authorization",
                "Bearer " + other.sessionId());

        Answers.assertThat(answer).hasStatus(400);
        assertThat(answer.body().at("/error/message").asText()).isNotBlank();
        assertThat(workfront.alive(one.sessionId())).isTrue();
        assertThat(workfront.alive(other.sessionId())).isTrue();
    }

    @Test
    void logoutDoesNotReadTheCookie() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Answer answer = workfront.get(workfront.logoutEndpoint(), "Cookie", "sessionID=" + tokens.sessionId());

        Answers.assertThat(answer).isNotLoggedIn();
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    @Test
    void withoutASessionIdNobodyIsLoggedIn() {
        Answers.assertThat(workfront.get(workfront.logoutEndpoint())).isNotLoggedIn();
    }

    @Test
    void afterLogoutNobodyIsLoggedIn() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        workfront.client(Acme.WEB).logOut(tokens.sessionId());

        Answers.assertThat(workfront.client(Acme.WEB).logOut(tokens.sessionId()))
                .isNotLoggedIn();
    }

    // Where it is worth nothing

    @Test
    void itIsWorthNothingInAnotherRealm() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Realm beta = Organisations.create(demo.keycloak(), "beta");
        try {
            Workfront other = new Workfront(
                    workfront.server(),
                    new Organisation(
                            "http://" + demo.keycloak().host("beta.my.localhost"),
                            "http://" + demo.keycloak().host("beta.my.localhost") + "/realms/beta"));

            assertThat(other.introspect(tokens.sessionId()).toString()).isEqualTo("{\"active\":false}");
            assertThat(other.introspectRefreshToken(tokens.refreshToken()).toString())
                    .isEqualTo("{\"active\":false}");
            Answers.assertThat(other.client(Acme.WEB).logOut(tokens.sessionId()))
                    .isNotLoggedIn();
            Answers.assertThat(other.refresh(Acme.WEB, tokens.refreshToken())).isWorkfrontError(400, "invalid_grant");
            assertThat(workfront.alive(tokens.sessionId())).isTrue();
        } finally {
            beta.delete();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /realms/acme/protocol/openid-connect/userinfo",
        "POST, /realms/acme/protocol/openid-connect/userinfo",
        "GET,  /realms/acme/account",
        "GET,  /realms/acme/account/sessions/devices",
        "GET,  /admin/realms/acme",
        "GET,  /admin/realms/acme/users",
        "GET,  /admin/serverinfo",
        "GET,  /admin/realms",
        "POST, /realms/acme/clients-registrations/default",
        "GET,  /realms/acme/clients-registrations/default/acme-web",
        "GET,  /realms/acme/clients-registrations/openid-connect/acme-web",
        "GET,  /realms/acme/broker/idp/token",
    })
    void keycloaksOwnInterfacesStayClosed(String method, String path) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        for (String token : new String[] {tokens.sessionId(), tokens.refreshToken()}) {
            Request request = Request.of(method, workfront.base() + path)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json");
            if (method.equals("POST") && path.contains("registrations")) {
                request = request.body("application/json", "{}");
            }

            Answer answer = workfront.send(request);

            assertThat(answer.status()).as(path + ": " + answer).isIn(400, 401, 403, 404);
        }
    }

    @Test
    void theSessionIdIsNoHintForLogout() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);

        workfront.get(workfront.standardEndpoint("logout") + "?id_token_hint=" + tokens.sessionId());

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    // Restart and keys

    @Test
    void itIsValidAcrossARestart() {
        Visitor visitor = demo.visitor();
        Tokens web = visitor.grant(workfront, Acme.WEB);
        Tokens singlePage = visitor.grant(workfront, Acme.SINGLE_PAGE);

        demo.keycloak().restart();

        assertThat(workfront.alive(web.sessionId())).isTrue();
        assertThat(workfront.alive(singlePage.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.WEB, web.refreshToken()));
        Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, singlePage.refreshToken()));
        visitor.logOut(workfront);
        assertThat(workfront.alive(web.sessionId())).isFalse();
    }

    @Test
    void itIsValidWhileTheRealmsOldKeyIsPassive() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        demo.realm().keys().rotate();

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
        Tokens refreshed = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
        assertThat(workfront.alive(refreshed.sessionId())).isTrue();

        demo.realm().keys().removePassive();

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.alive(refreshed.sessionId())).isTrue();
    }

    @Test
    void itIsDeadWhenItsTimeIsUp() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        demo.keycloak().clock().advance(Duration.ofSeconds(3540));
        assertThat(workfront.alive(tokens.sessionId())).isTrue();

        demo.keycloak().clock().advance(Duration.ofSeconds(61));
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Answers.assertThat(workfront.client(Acme.WEB).logOut(tokens.sessionId()))
                .isNotLoggedIn();
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }
}
