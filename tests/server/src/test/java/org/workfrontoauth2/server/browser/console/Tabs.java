package org.workfrontoauth2.server.browser.console;

/** What is the same on every tab of an application. */
record Tabs(Part part) {

    /** The application's name, once it is loaded. */
    String title() {
        part.await("delete-application");
        return part.text("page-title");
    }

    SettingsTab settings() {
        part.press("tab-settings");
        return new SettingsTab(part.browser());
    }

    CredentialsTab credentials() {
        part.press("tab-credentials");
        return new CredentialsTab(part.browser());
    }

    TrialTab trial() {
        part.press("tab-try");
        return new TrialTab(part.browser());
    }

    GrantsTab grants() {
        part.press("tab-grants");
        return new GrantsTab(part.browser());
    }

    ApplicationsPage list() {
        part.press("back-to-list");
        return new ApplicationsPage(part.browser());
    }

    /** Presses the link to the list, wherever that leads. */
    void leave() {
        part.press("back-to-list");
    }

    boolean allowsToDelete() {
        return part.allows("delete-application");
    }

    Question delete() {
        part.press("delete-application");
        return new Question(part.browser(), "delete-dialog");
    }

    Failure failure() {
        return new Failure(part.in("load-failed"));
    }
}
