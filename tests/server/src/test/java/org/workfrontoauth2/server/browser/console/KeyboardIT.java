package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** Everything can be done with the keyboard alone, and it is never lost on the way. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardIT {

    private static final String LIST = "oauth2-applications";
    private static final String CREATION = "new-oauth2-application";
    private static final String SETTINGS = "oauth2-application-settings";
    private static final String CREDENTIALS = "oauth2-application-credentials";
    private static final String GRANTS = "oauth2-application-grants";

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;

    KeyboardIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.realm = own.realm();
        this.applications = own.applications();
        this.console = own.console();
    }

    @Test
    void applicationIsCreated() {
        console.open("oauth2-applications");
        Keyboard.onPage(browser, LIST).awaitBegin().press("create");
        Keyboard.onPage(browser, CREATION)
                .awaitBegin()
                .toggle("type-web")
                .type("name", "Quick timer")
                .type("redirect-url", "https://timer.example/callback")
                .press("create");
        // What is shown once has the focus.
        Keyboard.onPage(browser, CREDENTIALS)
                .awaitAt("shown-once")
                .press("client-secret-copy")
                .press("secret-done")
                .awaitBegin();

        JsonNode created = onlyOne();
        assertThat(created.get("name").asText()).isEqualTo("Quick timer");
        assertThat(created.at("/redirectUrls/0").asText()).isEqualTo("https://timer.example/callback");
    }

    @Test
    void applicationIsChanged() {
        String clientId = applications.createForUsers("web").clientId();
        console.open("oauth2-applications/" + clientId);

        Keyboard.onPage(browser, SETTINGS)
                .awaitBegin()
                .type("name", "Weekly report")
                .press("add-url")
                .awaitAt("redirect-url")
                .type("https://report.example/callback")
                .toggle("rotateRefreshTokens")
                .type("refreshGraceSeconds", "5")
                .previous("absoluteExpirationSeconds")
                .press("save");
        Notice.await(browser, "Weekly report was saved");

        JsonNode changed = applications.get(clientId);
        assertThat(changed.get("name").asText()).isEqualTo("Weekly report");
        assertThat(changed.get("redirectUrls").toString()).contains("https://report.example/callback");
        assertThat(changed.get("refreshGraceSeconds").asInt()).isEqualTo(5);
        assertThat(changed.get("absoluteExpirationSeconds").asInt()).isEqualTo(365 * 24 * 3600);
    }

    @Test
    void credentialsAreMadeAndDeleted() {
        String clientId = own.create("machine-to-machine");
        console.open("oauth2-applications/" + clientId + "/credentials");
        Keyboard page = Keyboard.onPage(browser, CREDENTIALS).awaitBegin().press("generate-key");
        Keyboard.inDialog(browser, "new-key").awaitInside().press("confirm");
        page.awaitAt("shown-once").toggle("secret-saved").press("secret-done").awaitBegin();

        page.press("delete-secret");
        Keyboard.inDialog(browser, "delete-secret-dialog").awaitInside().escape();
        page.awaitAt("delete-secret").press("delete-secret");
        Keyboard.inDialog(browser, "delete-secret-dialog").awaitInside().press("confirm");
        page.awaitBegin();
        assertThat(applications.get(clientId).get("secrets")).isEmpty();
        page.press("delete-key");
        Keyboard.inDialog(browser, "delete-key-dialog").awaitInside().press("confirm");
        page.awaitBegin();

        assertThat(applications.get(clientId).get("publicKeys")).isEmpty();
    }

    @Test
    void grantIsRevokedAndApplicationDeleted() {
        Application application = applications.createForUsers("web");
        new Person(realm, OwnRealm.USER).allow(application);
        console.open("oauth2-applications/" + application.clientId() + "/grants");
        Keyboard page = Keyboard.onPage(browser, GRANTS).awaitBegin().press("end-grant");
        Keyboard.inDialog(browser, "end-grant-dialog").awaitInside().press("confirm");
        page.awaitBegin().press("delete-application");

        Keyboard deletion = Keyboard.inDialog(browser, "delete-dialog").awaitInside();
        deletion.type("typed", "For users").press("confirm");

        Keyboard.onPage(browser, LIST).awaitBegin();
        assertThat(applications.list().get("applications")).isEmpty();
    }

    private JsonNode onlyOne() {
        JsonNode all = applications.list().get("applications");
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
