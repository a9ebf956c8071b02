package org.workfrontoauth2.server.browser.console;

import org.workfrontoauth2.server.browser.Browser;

/** A dialog that asks before something is lost. */
record Question(Part part) {

    Question(Browser browser, String mark) {
        this(Part.dialog(browser, mark));
    }

    /** Before a page is left on which something is not saved. */
    static Question leaving(Browser browser) {
        return new Question(browser, "leave");
    }

    String text() {
        return part.text();
    }

    void type(String text) {
        part.write("typed", text);
    }

    boolean allowsToConfirm() {
        return part.allows("confirm");
    }

    /** Without waiting until it is done. */
    void send() {
        part.press("confirm");
    }

    /** And waits until it is done. */
    void confirm() {
        send();
        part.awaitGone();
    }

    void cancel() {
        part.press("cancel");
        part.awaitGone();
    }
}
