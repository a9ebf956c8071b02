package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.openqa.selenium.By;
import org.workfrontoauth2.server.browser.Browser;

/** The realm's registered applications. */
record RegisteredList(Part part) {

    private static final String TABLE = "registered";
    private static final String PAGES = "registered-pages";

    RegisteredList(Browser browser) {
        this(Part.page(browser, "registered-applications"));
    }

    String title() {
        return part.text("page-title");
    }

    /** The names, and behind them whether one is revoked. */
    List<String> applications() {
        part.await(TABLE);
        return part.rows(TABLE).stream()
                .map(row -> row.get(0).replaceAll("\\s+", " "))
                .toList();
    }

    /** Waits until that many of all are shown. */
    void awaitRange(String range) {
        part.browser().await(any -> part.text(PAGES).contains(range));
    }

    /** Turns the page with the mouse, where the button can be seen: {@code next} or {@code previous}. */
    void turn(String where) {
        part.find(PAGES)
                .findElement(By.cssSelector("[data-action='" + where + "']"))
                .click();
    }

    void awaitEmpty() {
        part.await("no-registered");
    }

    String text() {
        return part.text();
    }

    List<String> barriers() {
        return part.barriers();
    }

    String language() {
        return part.language();
    }

    void switchOn() {
        part.press("switch-on");
    }

    boolean allowsToCreate() {
        return part.allows("create");
    }

    RegisteredCreation create() {
        part.press("create");
        return new RegisteredCreation(part.browser());
    }

    RegisteredTabs open(String name) {
        part.followIn(TABLE, name);
        return RegisteredTabs.settings(part.browser());
    }
}
