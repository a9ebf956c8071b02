package org.workfrontoauth2.server.browser.console;

import org.workfrontoauth2.server.browser.Browser;

/** Link, commands and script to try an application. */
record TrialTab(Part part) {

    TrialTab(Browser browser) {
        this(Part.page(browser, "oauth2-application-try"));
        part.await("try");
    }

    Tabs tabs() {
        return new Tabs(part);
    }

    String link() {
        return part.code("authorize-link");
    }

    /** In a tab of its own. */
    void openLink() {
        part.browser().follow(() -> part.press("open-link"));
    }

    void code(String pasted) {
        part.write("try-code", pasted);
    }

    void secret(String secret) {
        part.write("try-secret", secret);
    }

    /** Whether the secret that was just shown is in its field already. */
    String secret() {
        return part.value("try-secret");
    }

    String tokenCommand() {
        return part.code("token-command");
    }

    String refreshCommand() {
        return part.code("refresh-command");
    }

    String logoutCommand() {
        return part.code("logout-command");
    }

    void downloadScript() {
        part.press("download-script");
    }

    String script() {
        return part.code("exchange-script");
    }

    String runCommand() {
        return part.code("run-command");
    }

    /** What stands there while the application has no key. */
    String withoutKey() {
        return part.text("no-key");
    }
}
