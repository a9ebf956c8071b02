package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;

/** Who sees which pages. That other clients' are Keycloak's own, byte for byte, is a matter of {@link StockStaysStockIT}. */
@RunsOn
class LoginThemeIT {

    private final Demo demo;

    LoginThemeIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @Test
    void applicationsHavePagesOfTheirOwn() {
        Visitor visitor = demo.visitor();
        Page login = visitor.browser().open(demo.workfront().authorizeAddress(Acme.WEB));
        Page consent =
                new LoginPage(login).logIn(visitor.user().name(), visitor.user().password());

        assertThat(isOurs(login)).isTrue();
        assertThat(isOurs(new ConsentPage(consent).page())).isTrue();
        assertThat(isOurs(error(demo.workfront()))).isTrue();
    }

    @Test
    void whereNoApplicationIsKnownTheRealmsPagesAreShown() {
        Page page = demo.visitor()
                .browser()
                .open(demo.workfront().authorizeAddress(Acme.WEB).replace("acme-web", "no-such-client"));

        assertThat(page.id()).isEqualTo("login-error");
        assertThat(isOurs(page)).isFalse();
    }

    @Test
    void theThemeThatTheRealmChoseIsKept() {
        demo.realm().change(realm -> realm.put("loginTheme", "keycloak.v2"));
        try {
            assertStock(demo.workfront());
        } finally {
            demo.realm().change(realm -> realm.put("loginTheme", ""));
        }
    }

    @Test
    void theThemeThatTheClientChoseIsKept() {
        demo.realm().clients().change("acme-web", client -> attributes(client).put("login_theme", "keycloak.v2"));
        try {
            assertStock(demo.workfront());
        } finally {
            demo.realm().clients().change("acme-web", client -> attributes(client)
                    .put("login_theme", ""));
        }
    }

    @Test
    void theThemeThatTheServerChoseIsKept(@RunsOn(Setup.FIXED_HOSTNAME) KeycloakServer keycloak) {
        Demo there = new Demo(keycloak);

        Visitor visitor = there.visitor();
        Page login = visitor.browser().open(there.workfront().authorizeAddress(Acme.WEB));

        assertThat(isOurs(new LoginPage(login).page())).isFalse();
    }

    /** Then other clients that ask get the same page, with what Keycloak knows about them. */
    @Test
    void aRealmMayChooseOursForEveryClient() {
        demo.realm().change(realm -> realm.put("loginTheme", "workfront"));
        demo.realm().clients().change("plain-oidc", client -> client.put("consentRequired", true));
        try {
            Page consent = demo.visitor().logIn(new PlainClient(demo.workfront()).address("openid"));

            assertThat(isOurs(consent)).isTrue();
            assertThat(new ConsentPage(consent).text())
                    .contains("Plain OpenID Connect asks for your permission", "User profile", "Email address");
        } finally {
            demo.realm().clients().change("plain-oidc", client -> client.put("consentRequired", false));
            demo.realm().change(realm -> realm.put("loginTheme", ""));
        }
    }

    private void assertStock(Workfront workfront) {
        Page consent = demo.visitor().logIn(workfront.authorizeAddress(Acme.WEB));

        assertThat(isOurs(new ConsentPage(consent).page())).isFalse();
        assertThat(new ConsentPage(consent).text())
                .contains("Grant Access to Acme web", "Use Workfront on your behalf");
        assertThat(isOurs(error(workfront))).isFalse();
    }

    private Page error(Workfront workfront) {
        Page page = demo.visitor()
                .browser()
                .open(workfront.authorizeAddress(Acme.WEB).replace("callback", "elsewhere"));
        assertThat(page.id()).isEqualTo("login-error");
        return page;
    }

    private static boolean isOurs(Page page) {
        return page.text().contains("/login/workfront/");
    }

    private static ObjectNode attributes(ObjectNode client) {
        return (ObjectNode) client.get("attributes");
    }
}
