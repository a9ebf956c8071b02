package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.ConsentPage;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.LoginPage;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** The page of {@code examples/browser}, served as its first lines say. */
@RunsOn
@InABrowser
class PageIT {

    private static final String PAGE = "http://localhost:9999/spa";

    private static final By HOST = By.id("host");
    private static final By LOG_IN = By.id("log-in");
    private static final By REFRESH = By.id("refresh");
    private static final By LOG_OUT = By.id("log-out");
    private static final By STATUS = By.id("status");

    private final Demo demo;
    private final User alice;
    private final Browser browser;
    private Program files;

    PageIT(KeycloakServer keycloak, Browser browser) {
        this.demo = new Demo(keycloak);
        this.alice = keycloak.realm().users().find("alice");
        this.browser = browser;
    }

    @BeforeEach
    void serve() {
        Visits.needCallbackPort();
        files = Program.start(
                "",
                Map.of("PYTHONUNBUFFERED", "1"),
                List.of("python3", "-m", "http.server", "9999", "--bind", "127.0.0.1", "-d", "examples/browser"));
        files.await("Serving HTTP");
    }

    @AfterEach
    void stop() {
        files.close();
    }

    @Test
    void userLogsInRefreshesAndLogsOut() {
        begin();
        new ConsentPage(browser).allow();

        awaitStatus("You are logged in at acme, lane my, as user " + alice.wid());
        assertThat(browser.address()).isEqualTo(PAGE);

        browser.await(REFRESH).click();
        awaitStatus("Refreshed. The session ID is valid for 3600 seconds.");

        browser.await(LOG_OUT).click();
        awaitStatus("You are logged out.");
        assertThat(browser.await(LOG_IN).isDisplayed()).isTrue();
    }

    @Test
    void userDenies() {
        begin();
        new ConsentPage(browser).deny();

        awaitStatus("You did not allow it.");
    }

    @Test
    void answerToNobodysLoginIsRefused() {
        browser.open(PAGE + "?code=invented&state=invented&iss=" + demo.hostUrl());

        awaitStatus("This is not the answer to a login that began here.");
        assertThat(browser.address()).isEqualTo(PAGE);
    }

    @Test
    void hostThatDoesNotAnswerIsSaid() {
        begin();
        new ConsentPage(browser).allow();
        awaitStatus("You are logged in");

        browser.offline();
        try {
            browser.await(REFRESH).click();
            awaitStatus("does not answer");
        } finally {
            browser.online();
        }
    }

    private void begin() {
        browser.open(PAGE);
        browser.await(HOST).clear();
        browser.await(HOST).sendKeys(demo.hostUrl());
        browser.leaveBy(browser.await(LOG_IN));
        new LoginPage(browser).logIn(alice);
    }

    private void awaitStatus(String part) {
        browser.await(any -> browser.await(STATUS).getText().contains(part));
    }
}
