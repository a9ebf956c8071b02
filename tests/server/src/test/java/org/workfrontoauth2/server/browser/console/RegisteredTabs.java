package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.openqa.selenium.By;
import org.workfrontoauth2.server.browser.Browser;

/** One registered application, on one of its tabs. */
record RegisteredTabs(Part part) {

    private static final String CLIENTS = "client-table";

    private static RegisteredTabs at(Browser browser, String tab, String mark) {
        RegisteredTabs tabs = new RegisteredTabs(Part.page(browser, "registered-application-" + tab));
        tabs.part.await(mark);
        return tabs;
    }

    static RegisteredTabs settings(Browser browser) {
        return at(browser, "settings", "registered-settings");
    }

    static RegisteredTabs statement(Browser browser) {
        return at(browser, "statement", "software-statement");
    }

    private RegisteredTabs follow(String tab, String mark) {
        part.press("tab-" + tab);
        return at(part.browser(), tab, mark);
    }

    RegisteredTabs toSettings() {
        return follow("settings", "registered-settings");
    }

    RegisteredTabs toStatement() {
        return follow("statement", "software-statement");
    }

    RegisteredTabs toClients() {
        return follow("clients", "clients");
    }

    RegisteredTabs toTrial() {
        return follow("try", "register-command");
    }

    RegisteredList toList() {
        part.press("back-to-list");
        return new RegisteredList(part.browser());
    }

    void write(String field, String text) {
        part.write(field, text);
    }

    String value(String field) {
        return part.value(field);
    }

    boolean allows(String control) {
        return part.allows(control);
    }

    void save() {
        part.press("save");
    }

    /** What somebody else has saved. */
    String conflict() {
        return part.text("conflict");
    }

    void keepMine() {
        part.press("keep-mine");
    }

    String statement() {
        return part.code("software-statement");
    }

    void downloadStatement() {
        part.press("download-statement");
    }

    String registerCommand() {
        return part.code("register-command");
    }

    /** What the registration has printed. */
    void registered(String pasted) {
        part.write("try-registered", pasted);
    }

    String tokenCommand() {
        return part.code("client-token-command");
    }

    /** What the token request has printed. */
    void issued(String pasted) {
        part.write("try-issued", pasted);
    }

    /** The client with which the API asks. */
    void asApi(String id, String secret) {
        part.write("try-api-id", id);
        part.write("try-api-secret", secret);
    }

    String introspectCommand() {
        return part.code("introspect-command");
    }

    String validateCommand() {
        return part.code("validate-command");
    }

    String scopesCommand() {
        return part.code("scopes-command");
    }

    /** The devices of the clients, each with its client ID. */
    List<String> devices() {
        part.await(CLIENTS);
        return part.rows(CLIENTS).stream().map(row -> row.get(0)).toList();
    }

    /** Waits until that many of all are shown. */
    void awaitClients(String range) {
        part.browser().await(any -> part.text("client-pages").contains(range));
    }

    void search(String text) {
        part.write("search", text);
        part.press("search-submit");
    }

    void awaitNoneFound() {
        part.await("none-found");
    }

    void clear() {
        part.press("search-clear");
    }

    Question delete(String device) {
        part.pressIn(CLIENTS, device, "delete-client");
        return new Question(part.browser(), "delete-client-dialog");
    }

    /** Waits until the keyboard is at the button that deletes this device's client. */
    void awaitFocusOnDeletionOf(String device) {
        part.browser()
                .await(any ->
                        !part.browser().all(By.cssSelector("tr:has([data-testid='delete-client']:focus)")).stream()
                                .filter(row -> row.getText().contains(device))
                                .toList()
                                .isEmpty());
    }

    Question deleteAllClients() {
        part.press("delete-all");
        return new Question(part.browser(), "delete-client-dialog");
    }

    Question revoke() {
        part.press("revoke");
        return new Question(part.browser(), "revoke-dialog");
    }

    Question delete() {
        part.press("delete-application");
        return new Question(part.browser(), "delete-dialog");
    }

    void awaitRevoked() {
        part.await("revoked");
    }

    String readOnly() {
        return part.text("read-only");
    }
}
