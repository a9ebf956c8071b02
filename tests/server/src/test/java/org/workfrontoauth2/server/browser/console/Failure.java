package org.workfrontoauth2.server.browser.console;

import org.workfrontoauth2.server.browser.LoginPage;

/** Stands where something could not be shown. */
record Failure(Part part) {

    String text() {
        return part.text();
    }

    void tryAgain() {
        part.press("try-again");
    }

    /** Waits until it has been asked anew and there is no answer yet. */
    void awaitTrying() {
        part.browser().await(any -> !part.allows("try-again"));
    }

    /** Waits until the answer is there, and is a failure again. */
    void awaitTried() {
        part.browser().await(any -> part.allows("try-again"));
    }

    boolean offersToTryAgain() {
        return part.shows("try-again");
    }

    LoginPage logInAgain() {
        part.press("log-in-again");
        return new LoginPage(part.browser());
    }
}
