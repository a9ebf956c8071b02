package org.workfrontoauth2.server.browser.console;

import java.nio.file.Path;
import org.workfrontoauth2.server.browser.Browser;

/** Adds a public key, or has a pair made. */
record NewKeyDialog(Part part) {

    NewKeyDialog(Browser browser) {
        this(Part.dialog(browser, "new-key"));
    }

    void paste(String pem) {
        part.write("pem", pem);
    }

    /** What was copied elsewhere. */
    void paste() {
        part.paste("pem");
    }

    void drop(Path file) {
        part.drop("pem-drop", file);
    }

    /** What was pasted or dropped, once it is there. */
    String pem() {
        return part.browser().await(any -> {
            String pem = part.value("pem");
            return pem.isEmpty() ? null : pem;
        });
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
