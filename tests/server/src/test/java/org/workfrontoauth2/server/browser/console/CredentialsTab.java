package org.workfrontoauth2.server.browser.console;

import java.util.List;
import org.workfrontoauth2.server.browser.Browser;

/** How the application authenticates. */
record CredentialsTab(Part part) {

    private static final String FRESH = "new-secret";
    private static final String PAIR = "new-pair";

    CredentialsTab(Browser browser) {
        this(Part.page(browser, "oauth2-application-credentials"));
    }

    Tabs tabs() {
        return new Tabs(part);
    }

    /** Of an application without secrets. */
    String clientId() {
        return part.value("client-id");
    }

    /** As it stands above the new secret. */
    String newClientId() {
        return part.value("new-client-id");
    }

    String newSecret() {
        return part.value("client-secret");
    }

    void awaitNewSecret() {
        part.await(FRESH);
    }

    boolean showsNewSecret() {
        part.browser().await(any -> part.shows("secret-table") || part.shows("no-secrets"));
        return part.shows(FRESH);
    }

    String warning() {
        return part.text(FRESH);
    }

    boolean allowsToGoOn() {
        return part.in(FRESH).allows("secret-done");
    }

    /** Says that the secret is saved. */
    void sayThatItIsSaved() {
        part.in(FRESH).toggle("secret-saved");
    }

    void copySecret() {
        part.in(FRESH).press("client-secret-copy");
    }

    void done() {
        part.in(FRESH).press("secret-done");
        part.awaitGone(FRESH);
    }

    boolean allowsToAddSecret() {
        return part.allows("add-secret");
    }

    void addSecret() {
        part.press("add-secret");
        part.await(FRESH);
    }

    int secrets() {
        part.await("secret-table");
        return part.rows("secret-table").size();
    }

    void awaitSecrets(int count) {
        part.browser().await(any -> secrets() == count);
    }

    /** The secret with this ID. */
    Question deleteSecret(String id) {
        part.pressIn("secret-table", id.substring(id.length() - 8), "delete-secret");
        return new Question(part.browser(), "delete-secret-dialog");
    }

    boolean allowsToDeleteSecrets() {
        return part.in("secret-table").allows("delete-secret");
    }

    /** The server makes it; its private half can be downloaded now. */
    void generateKeyPair() {
        generate().confirm();
        part.await(PAIR);
    }

    NewKeyDialog generate() {
        part.press("generate-key");
        return new NewKeyDialog(part.browser());
    }

    void downloadPrivateKey() {
        part.in(PAIR).press("download-private-key");
    }

    void copyPublicKey() {
        part.in(PAIR).press("copy-new-public-key");
    }

    /** Of an application that has a key. */
    boolean showsPair() {
        part.await("key-table");
        return part.shows(PAIR);
    }

    void doneWithPair() {
        part.in(PAIR).press("secret-done");
        part.awaitGone(PAIR);
    }

    NewKeyDialog addKey() {
        part.press("add-key");
        return new NewKeyDialog(part.browser());
    }

    boolean allowsToAddKeys() {
        return part.allows("add-key") || part.allows("generate-key");
    }

    /** Who each key acts as. */
    List<String> keyOwners() {
        part.await("key-table");
        return part.rows("key-table").stream().map(row -> row.get(1)).toList();
    }

    /** The fingerprint of each, who it acts as, and who has added it. */
    List<List<String>> keys() {
        part.await("key-table");
        return part.rows("key-table").stream().map(row -> row.subList(0, 3)).toList();
    }

    Question deleteKey(String fingerprint) {
        part.pressIn("key-table", fingerprint, "delete-key");
        return new Question(part.browser(), "delete-key-dialog");
    }

    void awaitNoKeys() {
        part.await("no-keys");
    }
}
