package org.workfrontoauth2.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** The browser itself: it sees what the other tests rely on it to see. */
@RunsOn
@InABrowser
class BrowserIT {

    private static final String DARK = "return matchMedia('(prefers-color-scheme: dark)').matches";

    private final KeycloakServer keycloak;
    private final Browser browser;

    BrowserIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    @Test
    void itForgetsWhoWasLoggedIn() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            browser.open(application.address());
            new LoginPage(browser).logIn(keycloak.realm().users().create());
            new ConsentPage(browser).allow();
            application.callback();

            browser.forget();
            browser.open(application.address());

            assertThat(new LoginPage(browser)).isNotNull();
        }
    }

    @Test
    void itSeesWhatStandsOutOfTheWindow() {
        browser.open("data:text/html,<!DOCTYPE html><div style='width:330px'>wide</div>")
                .sized(320, 700);

        assertThat(browser.scrollsSideways()).isTrue();
    }

    @Test
    void itSeesBarriers() {
        browser.open("data:text/html,<!DOCTYPE html><html><style>p { color: %23ddd }"
                + " @media (prefers-color-scheme: dark) { body { background: %23000 } }</style>"
                + "<p>pale</p><img src='x'></html>");

        assertThat(browser.barriers())
                .anyMatch(barrier -> barrier.startsWith("light color-contrast"))
                .noneMatch(barrier -> barrier.startsWith("dark color-contrast"))
                .anyMatch(barrier -> barrier.startsWith("light image-alt"))
                .anyMatch(barrier -> barrier.startsWith("dark html-has-lang"));
    }

    @Test
    void itShowsThePageInTheColoursThatArePreferred() {
        browser.open("data:text/html,<!DOCTYPE html><title>colours</title>");

        assertThat(browser.in(Scheme.DARK).run(DARK)).isEqualTo(true);
        assertThat(browser.in(Scheme.LIGHT).run(DARK)).isEqualTo(false);
    }
}
