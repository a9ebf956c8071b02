package org.workfrontoauth2.server.browser;

import java.util.regex.Pattern;

/** One application, at one of its tabs. */
record ApplicationPage(AdminConsole console, String tab) {

    private static final Pattern CLIENT = Pattern.compile("/oauth2-applications/([^/?]+)");

    ApplicationPage {
        console.expect("oauth2-application-" + tab);
    }

    ApplicationPage tab(String other) {
        console.press("tab-" + other);
        return new ApplicationPage(console, other);
    }

    String clientId() {
        return CLIENT.matcher(console.browser().address())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** The secret that is shown this once. */
    String newSecret() {
        return console.value("client-secret");
    }

    boolean showsNewSecret() {
        return console.has("client-secret");
    }

    /** Says that it was saved, and leaves it there. */
    void secretIsNoted() {
        console.press("secret-saved");
    }

    void secretIsSaved() {
        console.press("secret-saved");
        console.press("secret-done");
        console.awaitGone("new-secret");
    }

    /** Whether leaving is asked about; the answer is to stay. */
    boolean asksBeforeLeaving() {
        console.press("back-to-list");
        boolean asks = console.part("leave").isDisplayed();
        console.press("cancel");
        console.awaitGone("leave");
        return asks;
    }

    int secrets() {
        return rows("delete-secret");
    }

    void addSecret() {
        console.press("add-secret");
        console.part("client-secret");
    }

    void deleteFirstSecret() {
        int before = secrets();
        console.press("delete-secret");
        confirm("delete-secret-dialog");
        console.browser().await(any -> secrets() == before - 1);
    }

    int keys() {
        return rows("delete-key");
    }

    void addKey(String pem) {
        int before = keys();
        console.press("add-key");
        console.write("pem", pem);
        console.press("confirm");
        console.browser().await(any -> keys() == before + 1);
    }

    /** Whether this can be added; it is not. */
    boolean offersToAddKey(String pem) {
        console.press("add-key");
        console.write("pem", pem);
        boolean offers = console.isEnabled("confirm");
        console.press("cancel");
        console.awaitGone("new-key");
        return offers;
    }

    void deleteFirstKey() {
        int before = keys();
        console.press("delete-key");
        confirm("delete-key-dialog");
        console.browser().await(any -> keys() == before - 1);
    }

    void name(String name) {
        console.write("name", name);
    }

    String name() {
        return console.value("name");
    }

    void absoluteExpiration(String choice) {
        console.choose("absoluteExpirationSeconds", choice);
    }

    void save() {
        console.press("save");
        console.browser().await(any -> !console.isEnabled("save"));
    }

    /** Somebody else was first. */
    void saveInVain() {
        console.press("save");
        console.part("conflict");
    }

    void keepMine() {
        console.press("keep-mine");
        console.awaitGone("conflict");
    }

    void revert() {
        console.press("revert");
    }

    boolean canSave() {
        return console.isEnabled("save");
    }

    boolean isReadOnly() {
        return console.has("read-only") && !console.isEnabled("name");
    }

    String authorizeLink() {
        return console.text("authorize-link");
    }

    /** The command for the code that the browser came back with. */
    String tokenCommand(String address) {
        console.write("try-code", address);
        return console.text("token-command");
    }

    String exchangeScript() {
        return console.text("exchange-script");
    }

    int grants() {
        return rows("end-grant");
    }

    void endAllGrants() {
        console.press("end-all");
        confirm("end-grant-dialog");
        console.part("no-grants");
    }

    ApplicationsPage delete(String typed) {
        console.press("delete-application");
        console.write("typed", typed);
        confirm("delete-dialog");
        return new ApplicationsPage(console);
    }

    /** Whether deleting is offered after this was typed; the answer is no. */
    boolean offersDeletionAfter(String typed) {
        console.press("delete-application");
        console.write("typed", typed);
        boolean offers = console.isEnabled("confirm");
        console.press("cancel");
        console.awaitGone("delete-dialog");
        return offers;
    }

    private void confirm(String dialog) {
        console.press("confirm");
        console.awaitGone(dialog);
    }

    private int rows(String testId) {
        return console.browser().all(AdminConsole.place(testId)).size();
    }
}
