package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Organisation;

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
    @ValueSource(strings = {"oauth.preview.localhost", "oauth.my.workfront.example", "acme.my.example", "localhost"})
    void otherHostsAreNotFound(String host) {
        Workfront workfront = demo.on(host);

        Answers.assertThat(workfront.get(workfront.authorizeAddress(Acme.WEB))).hasStatus(404);
        Answers.assertThat(workfront.redeem(Acme.WEB, "no-such-code")).hasStatus(404);
    }

    @Test
    void theForwardedHostCounts() {
        ReverseProxy proxy = new ReverseProxy(keycloak, "acme.preview.workfront.example");
        String base = proxy.publicBase();
        Workfront workfront = new Workfront(proxy, new Organisation(base, base + "/auth/realms/acme"));

        walk(workfront, "preview", base);
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
