package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, sections 1 and 9: which hosts and paths are served, and for whom. */
@RunsOn
class MountIT {

    private final KeycloakServer keycloak;
    private final Demo demo;

    MountIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.demo = new Demo(keycloak);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.my.localhost,        acme, my",
        "acme.preview.localhost,   acme, preview",
        "acme.sb01.localhost,      acme, sb01",
        "acme.testdrive.localhost, acme, testdrive",
        "ACME.My.LocalHost,        acme, my",
        "acme.a-b-1.localhost,     acme, a-b-1",
    })
    void domainAndLaneAreTheFirstLabelsOfTheHost(String host, String domain, String lane) {
        Callback callback = refusal(demo.on(host));

        assertThat(callback.parameters()).containsEntry("domain", domain).containsEntry("lane", lane);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,              my",
        "127.0.0.1,              my",
        "other.example,          my",
        "acme.my.localhost,      my",
        "acme.preview.localhost, preview",
        "beta.preview.localhost, my",
        "acme.preview.example,   my",
    })
    void theRealmsPathIsServedOnEveryHost(String host, String lane) {
        Callback callback = refusal(demo.on(host).below());

        assertThat(callback.parameters()).containsEntry("domain", "acme").containsEntry("lane", lane);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "[::1]",
                "master.my.localhost",
                "MASTER.my.localhost",
                "no-such.my.localhost",
                "acme.localhost",
                "acme",
                "acme.my",
                "acme.my.example",
                "acme.my.localhost.example",
                "acme.my.my.localhost",
                "www.acme.my.localhost",
                "acme..localhost",
                ".my.localhost",
                "ac_me.my.localhost",
                "acme.m_y.localhost",
                "acme%2f.my.localhost",
                "1.2.3.4",
                "acme.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.localhost",
            })
    void otherHostsAreNotFound(String host) {
        assertNotFound(demo.on(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "no-such", "ACME"})
    void otherRealmsPathsAreNotFound(String realm) {
        Workfront acme = demo.on("localhost");
        String base = acme.base() + "/realms/" + realm;

        for (String path : List.of("/integrations/oauth2/authorize?client_id=acme-web", "/integrations/oauth2")) {
            Answers.assertThat(acme.get(base + path)).hasStatus(404);
        }
        Answers.assertThat(acme.post(base + "/integrations/oauth2/api/v1/token", Map.of("client_id", "acme-web")))
                .hasStatus(404);
    }

    @Test
    void aRealmInWhichTheContractIsNotSwitchedOnIsNotFound() {
        Realm off = Organisations.create(
                keycloak, "off", realm -> ((ObjectNode) realm.get("attributes")).remove("workfront.enabled"));
        try {
            Workfront host = demo.on("off.my.localhost");
            Workfront below = new Workfront(
                    host.server(), new Organisation(host.base() + "/realms/off", host.base() + "/realms/off"));
            assertNotFound(host);
            assertNotFound(below);

            off.change(realm -> ((ObjectNode) realm.get("attributes")).put("workfront.enabled", "true"));
            assertThat(refusal(host).parameters()).containsEntry("domain", "off");
            assertThat(refusal(below).parameters()).containsEntry("domain", "off");

            off.change(realm -> ((ObjectNode) realm.get("attributes")).put("workfront.enabled", "false"));
            assertNotFound(host);
            assertNotFound(below);
        } finally {
            off.delete();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integrations/oauth2/no-such",
                "/integrations/oauth2/",
                "/integrations/oauth2",
                "/integrations",
                "/integrations/oauth2x/authorize",
                "/integrations/oauth2/api/v2/token",
                "/integrations/oauth2/api/v1/token/x",
                "/integrations/oauth2/../../realms/master/integrations/oauth2/authorize",
                "/integrations/oauth2/..%2f..%2f..%2frealms/master/integrations/oauth2/authorize",
                "/attask/api/v20.0/no-such",
                "/attask/api/unsupported/v20.0/logout",
                "/attask",
            })
    void otherPathsAreNotFound(String path) {
        Answer answer = demo.workfront().get(demo.workfront().base() + path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("\tat ");
    }

    @Test
    void keycloaksOwnPathsStayOnTheOrganisationsHost() {
        Answers.assertThat(demo.workfront().get(demo.workfront().standardEndpoint("certs")))
                .hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "x%2By%20z,               'x+y z'",
        "x+y,                     'x y'",
        "a%26b%3Dc%23d,           'a&b=c#d'",
        "%25,                     '%'",
        "%252B,                   '%2B'",
        "%E2%82%AC,               '€'",
        "%22%3Cscript%3E,         '\"<script>'",
        "a/b?c:d@e!$'()*;~,       'a/b?c:d@e!$''()*;~'",
        "ey.J-_~,                 'ey.J-_~'",
    })
    void theStateComesBackWithTheSameValue(String raw, String value) {
        for (Workfront workfront :
                List.of(demo.workfront(), demo.on("localhost").below())) {
            Map<String, String> query = Workfront.query(Acme.WEB);
            query.remove("state");

            Callback callback = demo.visitor().allow(workfront.authorizeAddress(query) + "&state=" + raw);

            assertThat(callback.parameter("state")).contains(value);
        }
    }

    @Test
    void anErrorsStateComesBackWithTheSameValue() {
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.remove("state");
        query.put("response_mode", "fragment");

        assertThat(callback(demo.workfront().get(demo.workfront().authorizeAddress(query) + "&state=x%2By%20z"))
                        .parameter("state"))
                .contains("x+y z");
    }

    @Test
    void aGrantMadeOnOneHostIsValidOnAll() {
        Workfront my = demo.workfront();
        Workfront preview = demo.on(Demo.PREVIEW);
        Workfront below = demo.on("localhost").below();

        String code = demo.visitor().allow(preview, Acme.WEB).code();
        Tokens tokens = Tokens.of(my.redeem(Acme.WEB, code));
        Tokens refreshed = Tokens.of(below.refresh(Acme.WEB, tokens.refreshToken()));
        Tokens again = Tokens.of(preview.refresh(Acme.WEB, refreshed.refreshToken()));

        for (Workfront workfront : List.of(my, preview, below)) {
            assertThat(workfront.alive(tokens.sessionId())).isTrue();
            assertThat(workfront.alive(refreshed.sessionId())).isTrue();
            assertThat(workfront.alive(again.sessionId())).isTrue();
        }
        Answers.assertThat(my.client(Acme.WEB).logOut(again.sessionId())).hasStatus(200);
        assertThat(preview.alive(tokens.sessionId())).isFalse();
    }

    @Test
    void theWholeWalkWorksBelowTheRealm() {
        Workfront below = demo.on("localhost").below();

        Callback callback = demo.visitor().allow(below, Acme.SINGLE_PAGE);
        Tokens tokens = Tokens.of(below.redeem(Acme.SINGLE_PAGE, callback.code()));

        assertThat(callback.parameter("iss")).contains(below.base() + "/integrations/oauth2");
        assertThat(below.alive(tokens.sessionId())).isTrue();
    }

    /** Without {@code --proxy-headers} they are what anybody may write. */
    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, acme.preview.localhost",
        "Forwarded,        host=acme.preview.localhost",
        "X-Original-Host,  acme.preview.localhost",
    })
    void forwardedHostsDoNotCountByThemselves(String name, String value) {
        Workfront localhost = demo.on("localhost");

        Answers.assertThat(localhost.get(localhost.authorizeAddress(refused()), name, value))
                .hasStatus(404);
        assertThat(callback(demo.workfront().get(demo.workfront().authorizeAddress(refused()), name, value))
                        .parameter("lane"))
                .contains("my");
    }

    /** A request that is refused by a redirect: the shortest way to see domain and lane. */
    private static Map<String, String> refused() {
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("response_mode", "fragment");
        return query;
    }

    private static Callback refusal(Workfront workfront) {
        return callback(workfront.get(workfront.authorizeAddress(refused())));
    }

    private static Callback callback(Answer answer) {
        return new Callback(
                answer.headers().first("Location").orElseThrow(() -> new AssertionError("no redirect: " + answer)));
    }

    private static void assertNotFound(Workfront workfront) {
        Answers.assertThat(workfront.get(workfront.authorizeAddress(Acme.WEB))).hasStatus(404);
        Answers.assertThat(workfront.redeem(Acme.WEB, "no-such-code")).hasStatus(404);
        Answers.assertThat(workfront.send(Request.of("OPTIONS", workfront.tokenEndpoint())
                        .header("Origin", "http://localhost:9999")
                        .header("Access-Control-Request-Method", "POST")))
                .hasNoHeader("Access-Control-Allow-Origin");
        Answers.assertThat(workfront.client(Acme.WEB).logOut("no-such-session")).hasStatus(404);
    }
}
