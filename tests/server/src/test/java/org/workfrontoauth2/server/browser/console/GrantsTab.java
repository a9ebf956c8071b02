package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.workfrontoauth2.server.browser.Browser;

/** Who has allowed the application. */
record GrantsTab(Part part) {

    private static final String TABLE = "grant-table";
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

    boolean allowsToEnd() {
        return part.in(TABLE).allows("end-grant") || part.allows("end-all");
    }

    void awaitNone() {
        part.await("no-grants");
    }
}
