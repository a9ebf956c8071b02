package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** What is written and not saved: it may be reverted or left, and somebody else may be faster. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsavedIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final Applications applications;
    private final Console console;

    UnsavedIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.applications = own.applications();
        this.console = own.console();
    }

    @Test
    void revertedChangesAreNotSaved() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Weekly report");
        settings.measure("absoluteExpirationSeconds", "90", "minutes");

        settings.revert();

        browser.await(any -> settings.value("name").equals("Some web"));
        assertThat(settings.value("absoluteExpirationSeconds")).isEqualTo("none");
        assertThat(settings.allowsToSave()).isFalse();
        settings.tabs().list();
        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Some web");
    }

    @Test
    void pageAsksBeforeUnsavedChangesAreLeft() {
        String clientId = own.create("web");
        SettingsTab settings = console.list().open("Some web");
        assertThat(browser.holdsBack()).isFalse();
        settings.write("description", "Tells what is late");
        assertThat(browser.holdsBack()).isTrue();

        settings.tabs().leave();
        Question.leaving(browser).cancel();
        browser.back();
        Question.leaving(browser).cancel();
        console.followClients();
        Question question = Question.leaving(browser);
        assertThat(question.text()).contains("Leave without saving?", "Your changes will be lost.");
        assertThat(settings.value("description")).isEqualTo("Tells what is late");
        question.confirm();

        console.awaitStockPage("Clients");
        assertThat(applications.get(clientId).get("description").isNull()).isTrue();
    }

    @Test
    void whoSavesSecondIsToldAndMayKeepTheirOwn() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Mine");
        applications.change(clientId, Map.of("name", "Theirs", "developerName", "Acme Tools"));
        settings.save();

        settings.awaitFocusOn("keep-mine");
        assertThat(settings.conflict())
                .contains("Somebody else has saved in the meantime", "Name", "Developer name")
                .doesNotContain("Description");
        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Theirs");
        settings.keepMine();
        assertThat(settings.value("developerName")).isEqualTo("Acme Tools");
        settings.save();
        Notice.await(browser, "Mine was saved");

        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Mine");
        assertThat(applications.get(clientId).get("developerName").asText()).isEqualTo("Acme Tools");
    }

    @Test
    void whoSavesSecondMayTakeWhatTheOtherSaved() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Mine");
        applications.change(clientId, Map.of("name", "Theirs"));
        settings.save();

        settings.takeTheirs();

        assertThat(settings.value("name")).isEqualTo("Theirs");
        assertThat(settings.allowsToSave()).isFalse();
    }

    @Test
    void whatSomebodyElseHasDeletedIsNotSaved() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Mine");
        applications.delete(clientId);
        settings.save();

        Notice.awaitFailure(browser, "The application was not saved");
        browser.reload();
        assertThat(new SettingsTab(browser).tabs().failure().text()).contains("There is no such application");
    }
}
