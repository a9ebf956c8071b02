package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;

/** Contract, sections 1 and 9: a server with one name for its pages, and organisations with theirs. */
@RunsOn(Setup.FIXED_HOSTNAME)
class FixedHostnameIT {

    private final KeycloakServer keycloak;
    private final Demo demo;

    FixedHostnameIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.demo = new Demo(keycloak);
    }

    @ParameterizedTest
    @CsvSource({"acme.my.localhost, my", "acme.preview.localhost, preview"})
    void theUserLogsInUnderTheFixedNameAndComesBackAsFromTheOrganisation(String host, String lane) {
        Workfront workfront = demo.on(host);
        Visitor visitor = demo.visitor();

        Page login = new LoginPage(visitor.browser().open(workfront.authorizeAddress(Acme.WEB))).page();
        assertThat(login.address()).startsWith("http://" + keycloak.host("login.localhost") + "/");
        Page consent =
                new LoginPage(login).logIn(visitor.user().name(), visitor.user().password());
        Callback callback = new ConsentPage(consent).allow().callback();

        assertThat(callback.parameters())
                .containsOnlyKeys("code", "domain", "lane", "state", "iss")
                .containsEntry("domain", "acme")
                .containsEntry("lane", lane)
                .containsEntry("state", "the state");
        assertThat(callback.parameter("iss")).contains(issuer(workfront));
        Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, callback.code()));
        assertThat(workfront.introspect(tokens.sessionId()).get("lane").asText())
                .isEqualTo(lane);
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }

    @Test
    void whoeverIsLoggedInGoesStraightThroughFromEveryHost() {
        Visitor visitor = demo.visitor();
        visitor.allow(demo.workfront(), Acme.WEB);

        Callback callback = visitor.browser()
                .open(demo.on(Demo.PREVIEW).authorizeAddress(Acme.WEB))
                .callback();

        assertThat(callback.parameters()).containsKey("code").containsEntry("lane", "preview");
    }

    @Test
    void denyingComesBackAsFromTheOrganisation() {
        Callback callback = demo.visitor().deny(demo.on(Demo.PREVIEW), Acme.WEB);

        assertThat(callback.parameters())
                .containsEntry("error", "access_denied")
                .containsEntry("domain", "acme")
                .containsEntry("lane", "preview");
    }

    @Test
    void theStateSurvivesTheDetour() {
        String address = demo.workfront().authorizeAddress(Acme.WEB).replaceFirst("state=[^&]*", "state=x%2By%20z");

        assertThat(demo.visitor().allow(address).parameter("state")).contains("x+y z");
    }

    /** The labels on the redirect are nothing that the browser's user can choose. */
    @Test
    void theOrganisationCannotBeMadeUpOnTheDetour() {
        Workfront fixed = demo.on("login.localhost").below();

        for (String name : new String[] {"origin", "host", "lane", "domain", "workfront_origin"}) {
            Callback callback = demo.visitor()
                    .allow(fixed.authorizeAddress(Acme.WEB) + "&" + name + "=http://evil.preview.example");

            assertThat(callback.parameters()).containsEntry("domain", "acme").containsEntry("lane", "my");
        }
    }

    @Test
    void theRealmsPathUnderTheFixedNameIsServed() {
        Workfront fixed = demo.on("login.localhost").below();

        Callback callback = demo.visitor().allow(fixed, Acme.SINGLE_PAGE);

        assertThat(callback.parameters()).containsEntry("domain", "acme").containsEntry("lane", "my");
        assertThat(callback.parameter("iss")).contains(fixed.base() + "/integrations/oauth2");
        Tokens.of(fixed.redeem(Acme.SINGLE_PAGE, callback.code()));
    }

    /** RFC 9207: the client compares it with the issuer of the metadata it has read. */
    private static String issuer(Workfront workfront) {
        return workfront
                .get(workfront.base() + "/.well-known/oauth-authorization-server")
                .member("issuer");
    }
}
