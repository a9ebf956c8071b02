package org.workfrontoauth2.server.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.User;

/** Keycloak's admin console with our pages in it; what every one of our pages has. */
final class AdminConsole {

    private static final By TITLE = By.cssSelector("[data-testid='page-title']");
    private static final By STOCK_CLIENTS = By.cssSelector("#nav-item-clients a, a#nav-item-clients");
    private static final By CONTENT = By.cssSelector("#kc-main-content-page-container > :not([hidden])");

    private final Browser browser;
    private final String base;
    private final String realm;

    private AdminConsole(Browser browser, String base, String realm) {
        this.browser = browser;
        this.base = base;
        this.realm = realm;
    }

    /** Logs in at the console of {@code login}, with the list of {@code realm} as the first page. */
    static AdminConsole open(KeycloakServer keycloak, Browser browser, String login, String realm, User administrator) {
        String base = "http://localhost:" + keycloak.port() + "/admin/" + login + "/console/";
        browser.open(base + "#/" + realm + "/oauth2-applications");
        new LoginPage(browser).logIn(administrator);
        return new AdminConsole(browser, base, realm);
    }

    ApplicationsPage list() {
        return new ApplicationsPage(this);
    }

    /** By its address, as a bookmark does it: the console starts anew. */
    AdminConsole visit(String path) {
        browser.open("about:blank");
        browser.open(base + "#/" + realm + "/" + path);
        return this;
    }

    ApplicationPage application(String clientId, String tab) {
        visit("oauth2-applications/" + clientId + (tab.equals("settings") ? "" : "/" + tab));
        return new ApplicationPage(this, tab);
    }

    void reload() {
        browser.run("location.reload()");
    }

    void back() {
        browser.run("history.back()");
    }

    /** Goes to a page of Keycloak's own by the console's navigation. */
    void toClients() {
        browser.await(STOCK_CLIENTS).click();
    }

    /** Whether one of our pages is shown. */
    boolean showsOurs() {
        return browser.all(By.cssSelector("[data-page-id^='oauth2-'], [data-page-id^='new-oauth2-']")).stream()
                .anyMatch(WebElement::isDisplayed);
    }

    void awaitStockPage() {
        browser.await(any -> !showsOurs() && !browser.all(CONTENT).isEmpty());
    }

    Browser browser() {
        return browser;
    }

    void expect(String pageId) {
        browser.await(By.cssSelector("[data-page-id='" + pageId + "']"));
        browser.await(any -> browser.all(place("loading")).isEmpty());
    }

    static By place(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    String title() {
        return browser.await(TITLE).getText();
    }

    boolean has(String testId) {
        return !browser.all(place(testId)).isEmpty();
    }

    WebElement part(String testId) {
        return browser.await(place(testId));
    }

    String text(String testId) {
        return part(testId).getText();
    }

    String value(String testId) {
        return part(testId).getDomProperty("value");
    }

    List<String> texts(String testId) {
        return browser.all(place(testId)).stream().map(WebElement::getText).toList();
    }

    void press(String testId) {
        browser.await(any -> {
            WebElement button = part(testId);
            return button.isEnabled() ? button : null;
        });
        part(testId).click();
    }

    boolean isEnabled(String testId) {
        WebElement control = part(testId);
        return control.isEnabled() && !"true".equals(control.getDomAttribute("aria-disabled"));
    }

    void write(String testId, String text) {
        WebElement field = part(testId);
        // What React holds follows from keys only.
        field.sendKeys(org.openqa.selenium.Keys.chord(org.openqa.selenium.Keys.CONTROL, "a"));
        field.sendKeys(org.openqa.selenium.Keys.DELETE);
        field.sendKeys(text);
    }

    void choose(String testId, String value) {
        new Select(part(testId)).selectByValue(value);
    }

    void awaitGone(String testId) {
        browser.await(any -> !has(testId));
    }

    /** The last of what was announced. */
    String notice() {
        browser.await(place("notice"));
        List<String> all = texts("notice");
        return all.get(all.size() - 1);
    }
}
