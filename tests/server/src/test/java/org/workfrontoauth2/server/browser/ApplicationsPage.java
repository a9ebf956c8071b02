package org.workfrontoauth2.server.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The list of a realm's applications. */
record ApplicationsPage(AdminConsole console) {

    private static final By NAMES =
            By.cssSelector("[data-testid='applications'] tbody a[href*='oauth2-applications/']");

    ApplicationsPage {
        console.expect("oauth2-applications");
    }

    List<String> names() {
        console.part("applications");
        return console.browser().all(NAMES).stream()
                .map(WebElement::getText)
                .filter(text -> !text.matches("\\d+.*"))
                .toList();
    }

    String row(String clientId) {
        return console.text("row-" + clientId);
    }

    /** Such as {@code 3 of 10}. */
    String places() {
        return console.text("places");
    }

    boolean canCreate() {
        return console.isEnabled("create");
    }

    String whyNot() {
        return console.text("create-reason");
    }

    CreationPage create() {
        console.press("create");
        return new CreationPage(console);
    }

    boolean isSwitchedOff() {
        return console.has("switched-off");
    }

    void switchOn() {
        console.press("switch-on");
        console.part("no-applications");
    }
}
