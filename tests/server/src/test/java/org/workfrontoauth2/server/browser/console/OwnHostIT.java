package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;

/** The console has a host of its own ({@code --hostname-admin}): what asks for a login goes to another origin. */
@RunsOn(Setup.HOST_FOR_ADMINISTRATORS)
@InABrowser
class OwnHostIT {

    private final Console console;
    private final Browser browser;

    OwnHostIT(KeycloakServer keycloak, Browser browser) {
        this.browser = browser;
        this.console = new Console(
                browser,
                "http://console.globex.localhost:" + keycloak.port(),
                "acme",
                "acme",
                keycloak.realm().users().find("avery"));
    }

    @Test
    void pageIsThereAndChangesWhatItShows() {
        ApplicationsPage list = console.list();
        assertThat(list.places()).isEqualTo("3 of 10");

        SettingsTab settings = list.open("Acme web");
        settings.write("description", "Under another name");
        settings.save();
        Notice.await(browser, "Acme web was saved");
        browser.reload();

        assertThat(new SettingsTab(browser).value("description")).isEqualTo("Under another name");
    }
}
