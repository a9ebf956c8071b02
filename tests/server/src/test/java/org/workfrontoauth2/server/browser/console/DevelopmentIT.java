package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.server.harness.User;

/** The page on a server in development mode, where themes are not cached; all other servers are for production. */
@RunsOn(Setup.DEVELOPMENT)
@InABrowser
class DevelopmentIT {

    private static final String PLACE = "oauth2-applications/acme-m2m/credentials";

    private final KeycloakServer keycloak;
    private final Browser browser;

    DevelopmentIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    @Test
    void averyOpensReloadsAndCreates() {
        Console console =
                Console.of(browser, keycloak, "acme", keycloak.realm().users().find("avery"));
        openAndReload(console);

        CredentialsTab credentials =
                console.list().create().choose("web").name("Weekly report").create();
        credentials.sayThatItIsSaved();

        assertThat(credentials.tabs().list().places()).isEqualTo("4 of 10");
    }

    @Test
    void serversAdministratorOpensAndReloads() {
        openAndReload(new Console(browser, keycloak, "master", "acme", new User("", "admin")));
    }

    private void openAndReload(Console console) {
        console.open(PLACE);
        assertThat(new CredentialsTab(browser).tabs().title()).isEqualTo("Acme machine to machine");
        browser.reload();

        assertThat(new CredentialsTab(browser).tabs().title()).isEqualTo("Acme machine to machine");
        assertThat(console.asksForLogin()).isFalse();
        assertThat(browser.address()).isEqualTo(console.address(PLACE));
    }
}
