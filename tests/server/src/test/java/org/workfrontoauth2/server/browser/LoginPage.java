package org.workfrontoauth2.server.browser;

import org.openqa.selenium.By;
import org.workfrontoauth2.server.harness.User;

/** Where a user says who they are. */
public record LoginPage(Browser browser) {

    private static final By USERNAME = By.id("username");
    private static final By PASSWORD = By.id("password");
    private static final By LOG_IN = By.name("login");

    public LoginPage {
        browser.expectPage("login-login");
    }

    /** What is shown next depends on the user. */
    public void logIn(User user) {
        browser.await(USERNAME).sendKeys(user.name());
        browser.await(PASSWORD).sendKeys(user.password());
        browser.leaveBy(browser.await(LOG_IN));
    }
}
