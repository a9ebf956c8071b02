package org.workfrontoauth2.server.browser;

import org.openqa.selenium.By;

/** Where a user learns that it does not go on. */
record ErrorPage(Browser browser) {

    private static final By MESSAGE = By.id("kc-error-message");

    ErrorPage {
        browser.expectPage("login-error");
    }

    String message() {
        return browser.await(MESSAGE).getText();
    }
}
