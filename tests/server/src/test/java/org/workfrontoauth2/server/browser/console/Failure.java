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

    boolean offersToTryAgain() {
        return part.shows("try-again");
    }

    LoginPage logInAgain() {
        part.press("log-in-again");
        return new LoginPage(part.browser());
    }
}
