package org.workfrontoauth2.server.browser.console;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;

/**
 * A realm of a test class's own, and its manager's console. Applications are gone after the test, the realm after the
 * class.
 */
final class OwnConsole implements AfterEachCallback, AfterAllCallback {

    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;

    OwnConsole(KeycloakServer keycloak, Browser browser) {
        this.realm = OwnRealm.served(keycloak);
        // Not as the manager, whose login some tests end.
        this.applications = new Applications(realm.as(OwnRealm.OWNER));
        this.console = Console.of(
                browser, keycloak, realm.name(), realm.realm().users().find(OwnRealm.MANAGER));
    }

    OwnRealm realm() {
        return realm;
    }

    /** Through the API. */
    Applications applications() {
        return applications;
    }

    /** One of that type, through the API; its client ID. */
    String create(String type) {
        return applications.create(type).get("clientId").asText();
    }

    Console console() {
        return console;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        applications.deleteAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        realm.close();
    }
}
