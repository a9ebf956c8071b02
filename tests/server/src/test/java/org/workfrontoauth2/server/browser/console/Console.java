package org.workfrontoauth2.server.browser.console;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.LoginPage;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.User;

/**
 * Keycloak's admin console, with our entry in it.
 *
 * @param base where the server is
 * @param home the realm whose console it is, and whose user uses it
 * @param realm the realm that is administered
 */
record Console(Browser browser, String base, String home, String realm, User user) {

    private static final By FOLD = By.id("nav-toggle");
    private static final By CONTENT = By.id("kc-main-content-page-container");
    private static final By CLIENTS = By.id("nav-item-clients");
    private static final By ENTRY = By.id("nav-item-oauth2-applications");
    private static final By REGISTERED = By.id("nav-item-registered-applications");
    private static final By OURS = By.id("workfront-oauth2-applications");
    private static final By STOCK_TITLE = By.cssSelector("#kc-main-content-page-container h1");

    Console(Browser browser, KeycloakServer keycloak, String home, String realm, User user) {
        this(browser, keycloak.base().toString(), home, realm, user);
    }

    /** That user's own console. */
    static Console of(Browser browser, KeycloakServer keycloak, String realm, User user) {
        return new Console(browser, keycloak, realm, realm, user);
    }

    /** Goes to a place of the realm's and logs in if that is asked. */
    void open(String place) {
        browser.open(address(place));
        if (asksForLogin()) {
            new LoginPage(browser).logIn(user);
        }
        browser.await(any -> !browser.all(ENTRY).isEmpty());
    }

    String address(String place) {
        return base + "/admin/" + home + "/console/#/" + realm + "/" + place;
    }

    boolean asksForLogin() {
        browser.await(
                any -> browser.isAt("login-login") || !browser.all(CONTENT).isEmpty());
        return browser.isAt("login-login");
    }

    ApplicationsPage list() {
        open("oauth2-applications");
        return new ApplicationsPage(browser);
    }

    SettingsTab application(String clientId) {
        open("oauth2-applications/" + clientId);
        return new SettingsTab(browser);
    }

    CredentialsTab credentials(String clientId) {
        open("oauth2-applications/" + clientId + "/credentials");
        return new CredentialsTab(browser);
    }

    /** By the entry in the navigation. */
    ApplicationsPage followEntry() {
        browser.await(ENTRY).sendKeys(Keys.ENTER);
        return new ApplicationsPage(browser);
    }

    RegisteredList registered() {
        open("registered-applications");
        return new RegisteredList(browser);
    }

    /** One registered application. */
    RegisteredTabs registered(String id) {
        open("registered-applications/" + id);
        return RegisteredTabs.settings(browser);
    }

    /** By the second entry in the navigation. */
    RegisteredList followRegisteredEntry() {
        browser.await(REGISTERED).sendKeys(Keys.ENTER);
        return new RegisteredList(browser);
    }

    String registeredEntry() {
        return browser.await(REGISTERED).getText();
    }

    String entry() {
        return browser.await(ENTRY).getText();
    }

    /** Opens the navigation of a narrow window, or closes it. */
    void fold() {
        browser.await(FOLD).sendKeys(Keys.ENTER);
    }

    boolean isInOurEntry() {
        return "page".equals(browser.await(ENTRY).getDomAttribute("aria-current"));
    }

    /** The stock page, by its own entry. */
    void followClients() {
        browser.await(CLIENTS).sendKeys(Keys.ENTER);
    }

    /** Waits until the console shows this page of its own and nothing of ours. */
    void awaitStockPage(String title) {
        browser.await(any -> browser.all(OURS).isEmpty());
        browser.await(any -> browser.all(STOCK_TITLE).stream()
                .anyMatch(heading -> heading.getText().equals(title)));
    }
}
