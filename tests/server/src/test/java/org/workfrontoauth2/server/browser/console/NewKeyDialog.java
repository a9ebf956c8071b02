package org.workfrontoauth2.server.browser.console;

import org.workfrontoauth2.server.browser.Browser;

/** Adds a public key, or has a pair made. */
record NewKeyDialog(Part part) {

    NewKeyDialog(Browser browser) {
        this(Part.dialog(browser, "new-key"));
    }

    void paste(String pem) {
        part.write("pem", pem);
    }

    String text() {
        return part.text();
    }

    void owner(String name) {
        part.write("key-owner", name);
    }

    boolean allowsToConfirm() {
        return part.allows("confirm");
    }

    /** And waits until it is done. */
    void confirm() {
        part.press("confirm");
        part.awaitGone();
    }

    /** Confirms what the server does not take, and says why. */
    String refused() {
        part.press("confirm");
        return part.words("key-refused");
    }

    void cancel() {
        part.press("cancel");
        part.awaitGone();
    }
}
