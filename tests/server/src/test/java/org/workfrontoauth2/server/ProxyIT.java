package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, sections 1 and 9: under a path, behind a reverse proxy, with a front door. */
@RunsOn(Setup.BEHIND_A_PROXY)
class ProxyIT {

    private final KeycloakServer keycloak;
    private final Demo demo;

    ProxyIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.demo = new Demo(keycloak);
    }

    /** The path of the server, {@code /auth}, is not the organisation's business. */
    @ParameterizedTest
    @CsvSource({
        "acme.my.localhost,             my",
        "acme.preview.localhost,        preview",
        "acme.sb01.workfront.example,   sb01",
    })
    void theHostItselfIsServed(String host, String lane) {
        walk(demo.on(host), lane, demo.on(host).base());
    }

    @Test
    void theRealmsPathIsServedUnderTheServersPath() {
        Workfront below = demo.on("localhost").below();
        assertThat(below.base()).endsWith("/auth/realms/acme");

        walk(below, "my", below.base() + "/integrations/oauth2");
    }

    @Test
    void withoutTheServersPathTheRealmsPathIsNotThere() {
        Workfront wrong = demo.on("localhost");

        Answers.assertThat(wrong.get(wrong.base() + "/realms/acme/integrations/oauth2/authorize"))
                .hasStatus(404);
    }

    @Test
    void theFrontDoorIsOneRealms() {
        Workfront door = demo.on("oauth.my.localhost");

        walk(door, "my", door.base());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth.preview.localhost",
                "oauth.my.workfront.example",
                "acme.my.example",
                "localhost",
                "acme.sb02.localhost",
                "acme.testdrive.workfront.example",
            })
    void otherHostsAreNotFound(String host) {
        Workfront workfront = demo.on(host);

        Answers.assertThat(workfront.get(workfront.authorizeAddress(Acme.WEB))).hasStatus(404);
        Answers.assertThat(workfront.redeem(Acme.WEB, "no-such-code")).hasStatus(404);
    }

    /** Keycloak's store of events has room for 255 characters. Who has no address of a private network needs HTTPS. */
    @Test
    void anAddressOfAnyLengthIsNoFault() {
        Workfront workfront = demo.on("acme.my.localhost");
        Request request = Request.form(
                        workfront.base() + "/integrations/oauth2/api/v1/token",
                        List.of(Map.entry("grant_type", "refresh_token"), Map.entry("refresh_token", "none")))
                .header("X-Forwarded-For", "1".repeat(300));

        Answers.assertThat(workfront.send(request)).hasStatus(400);
    }

    @Test
    void theForwardedHostCounts() {
        ReverseProxy proxy = new ReverseProxy(keycloak, "acme.preview.workfront.example");
        String base = proxy.publicBase();
        Workfront workfront = new Workfront(proxy, new Organisation(base, base + "/auth/realms/acme"));

        walk(workfront, "preview", base);
    }

    /** Nor the hosts of a name that was somebody else's. */
    @Test
    void whoRenamesARealmDoesNotComeBehindAFrontDoor() {
        Tenant acme = Tenant.of(keycloak, "acme");
        try (Tenant intruder = Tenant.create(keycloak, "intruder")) {
            acme.rename(acme.serverAdministrator(), "acme-away");
            try {
                assertThat(acme.isServedOn("oauth.my.localhost")).isFalse();
                assertThat(acme.isServedOn("acme-away.my.localhost")).isTrue();
                intruder.rename(intruder.administrator(), "acme");

                assertThat(intruder.isServedOn("oauth.my.localhost")).isFalse();
                assertThat(intruder.isServedOn("acme.my.localhost")).isFalse();
                Answers.assertThat(intruder.host("oauth.my.localhost").redeem(Acme.WEB, "no-such-code"))
                        .hasStatus(404);
                intruder.rename(intruder.administrator(), "intruder");
            } finally {
                acme.rename(acme.serverAdministrator(), "acme");
            }
            assertThat(acme.isServedOn("oauth.my.localhost")).isTrue();
        }
    }

    /** An invented lane is no label of a request that came by the realm's path either. */
    @Test
    void aLaneThatIsNotListedIsNotNamedOnTheRealmsPath() {
        Workfront below = demo.on("acme.sb02.localhost").below();

        walk(below, "my", below.base() + "/integrations/oauth2");
    }

    /** This server accepts paths that are not normalised: the contract understands them on both mounts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//integrations/oauth2/api/v1/token",
                "/integrations//oauth2/api/v1/token",
                "/integrations/oauth2/api/v1//token//",
                "/integrations/oauth2/api/./v1/token",
                "/integrations/oauth2/x/../api/v1/token",
                "/integrations/oauth2/x/%2e%2e/api/v1/token",
                "/integrations/oauth2/api/v1/tok%65n",
                "/%69ntegrations/oauth2/api/v1/token",
                "/integrations/oauth2/api/v1/token;x=y",
                "/integrations;x=y/oauth2/api/v1/token",
                "/x/../integrations/oauth2/api/v1/token",
            })
    void bothMountsUnderstandPathsThatAreNotNormalised(String path) {
        for (Workfront workfront :
                List.of(demo.workfront(), demo.on("localhost").below())) {
            for (String type : List.of("application/x-www-form-urlencoded", "application/json")) {
                String body = type.endsWith("json")
                        ? "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"x\"}"
                        : "grant_type=refresh_token&refresh_token=x";

                demo.refused(() -> workfront.send(
                                Request.of("POST", workfront.base() + path).body(type, body),
                                "Authorization",
                                Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only")))
                        .answers(400, "invalid_grant")
                        .records("REFRESH_TOKEN_ERROR", "invalid_token");
            }
        }
    }

    @Test
    void aQueryBehindADoubleSlashComesBackAsItWasSent() {
        String address = demo.workfront()
                .authorizeAddress(Acme.WEB)
                .replace("/integrations", "//integrations")
                .replaceFirst("state=[^&]*", "state=x%2By%20z");

        assertThat(demo.visitor().allow(address).parameter("state")).contains("x+y z");
    }

    /** They lead where they say, and nowhere that the contract guards. */
    @ParameterizedTest
    @CsvSource({
        "/integrations/../../auth/admin/realms/acme,                        401 404",
        "/integrations/oauth2/..%2f..%2fadmin/realms/acme,                  400 404",
        "/integrations/oauth2/../../realms/master/integrations/oauth2/authorize, 404",
        "/integrations%2foauth2/api/v1/token,                               404",
        "/integrations/oauth2%2fapi/v1/token,                               404",
        "/integrations/oauth2/api/v1/token%00,                              400 404",
        "/integrations/oauth2/api/v1/%zz,                                   400 404",
        "/integrations/..;/admin/realms/acme,                               400 404",
        "/integrations/oauth2/%c0%ae%c0%ae/token,                           400 404",
        "/attask/api/../../integrations/oauth2/api/v1/token/x,              404",
        "/../../../../integrations,                                         400 404",
    })
    void noPathLeadsPastAGate(String path, String statuses) {
        for (Workfront workfront :
                List.of(demo.workfront(), demo.on("localhost").below())) {
            Answer answer = workfront.get(workfront.base() + path);

            assertThat(statuses.split(" ")).as(answer.toString()).contains(Integer.toString(answer.status()));
            assertThat(answer.text()).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    private void walk(Workfront workfront, String lane, String issuer) {
        Visitor visitor = new Visitor(demo.realm().users().create(), new Browser(workfront.server()));

        Callback callback = visitor.allow(workfront, Acme.WEB);
        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", lane)
                .containsEntry("state", "the state")
                .containsEntry("iss", issuer);
        Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, callback.code()));
        Tokens refreshed = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
        assertThat(workfront.introspect(refreshed.sessionId()).get("lane").asText())
                .isEqualTo(lane);
        assertThat(visitor.allow(workfront, Acme.WEB).code()).isNotBlank();
        visitor.logOut(workfront);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Answers.assertThat(workfront.client(Acme.WEB).logOut(refreshed.sessionId()))
                .isNotLoggedIn();
    }
}
