package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.workfrontoauth2.server.browser.Browser;

/** Who has allowed the application. */
record GrantsTab(Part part) {

    private static final String TABLE = "grant-table";
    private static final String PAGES = "grant-pages";
    private static final String DIALOG = "end-grant-dialog";

    GrantsTab(Browser browser) {
        this(Part.page(browser, "oauth2-application-grants"));
    }

    Tabs tabs() {
        return new Tabs(part);
    }

    List<String> users() {
        part.await(TABLE);
        return part.rows(TABLE).stream().map(row -> row.get(0)).toList();
    }

    Question end(String user) {
        part.pressIn(TABLE, user, "end-grant");
        return new Question(part.browser(), DIALOG);
    }

    Question endAll() {
        part.press("end-all");
        return new Question(part.browser(), DIALOG);
    }

    /** Which rows of how many are shown, once those are. */
    void awaitRange(String range) {
        part.await(TABLE);
        part.browser().await(any -> part.text(PAGES).contains(range));
    }

    /** Turns the page with the keyboard: {@code next}, {@code previous}, {@code first} or {@code last}. */
    void turn(String where) {
        control(where).sendKeys(Keys.ENTER);
    }

    boolean allowsToTurn(String where) {
        return control(where).isEnabled();
    }

    private WebElement control(String where) {
        return part.find(PAGES).findElement(By.cssSelector("[data-action='" + where + "']"));
    }

    boolean allowsToEnd() {
        return part.in(TABLE).allows("end-grant") || part.allows("end-all");
    }

    void awaitNone() {
        part.await("no-grants");
    }
}
