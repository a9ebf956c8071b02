package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** The page among those of the stock console: addresses, history, and a server that does not answer. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InTheConsoleIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;

    InTheConsoleIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.realm = own.realm();
        this.applications = own.applications();
        this.console = own.console();
    }

    /** Without a login at first: the way back from it leads to the same place. */
    @Test
    void everyPlaceHasAnAddressThatCanBeOpenedAndReloaded() {
        String clientId = own.create("web");
        String place = "oauth2-applications/" + clientId;
        browser.forget();

        console.open(place + "/credentials");
        new CredentialsTab(browser);
        browser.reload();
        assertThat(new CredentialsTab(browser).tabs().title()).isEqualTo("Some web");
        for (String tab : List.of("", "/try", "/grants")) {
            console.open(place + tab);
            browser.reload();
            console.entry();
            assertThat(console.asksForLogin()).isFalse();
            assertThat(browser.address()).isEqualTo(console.address(place + tab));
        }
        console.open("new-oauth2-application");
        browser.reload();
        new CreationPage(browser);
    }

    @Test
    void backAndForwardLeadThroughPagesOfOursAndOfTheConsole() {
        own.create("web");
        console.open("clients");
        console.awaitStockPage("Clients");
        assertThat(console.isInOurEntry()).isFalse();

        console.followEntry().open("Some web").tabs().credentials();
        assertThat(console.isInOurEntry()).isTrue();
        browser.back();
        new SettingsTab(browser);
        browser.back();
        new ApplicationsPage(browser);
        browser.back();
        console.awaitStockPage("Clients");
        browser.forward();
        new ApplicationsPage(browser);
        console.followClients();

        console.awaitStockPage("Clients");
        assertThat(console.isInOurEntry()).isFalse();
    }

    @Test
    void whatCannotBeLoadedCanBeTriedAgain() {
        String clientId = own.create("web");
        ApplicationsPage list = console.list();
        list.applications();
        browser.offline();

        SettingsTab settings = list.open("Some web");
        Failure failure = settings.tabs().failure();
        assertThat(failure.text()).contains("The server cannot be reached");
        Runnable goesOn = browser.holding(addressOf(clientId));
        failure.tryAgain();
        failure.awaitTrying();
        goesOn.run();
        failure.awaitTried();
        assertThat(failure.text()).contains("The server cannot be reached");
        browser.online();
        failure.tryAgain();

        assertThat(settings.value("name")).isEqualTo("Some web");
    }

    @Test
    void nothingTypedIsLostWhenTheServerFails() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Weekly report");
        Runnable gatewayWorksAgain = browser.answering(addressOf(clientId), 503);

        settings.save();
        Notice.awaitFailure(browser, "The application was not saved");
        assertThat(settings.value("name")).isEqualTo("Weekly report");
        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Some web");
        gatewayWorksAgain.run();
        settings.save();
        Notice.await(browser, "Weekly report was saved");

        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Weekly report");
    }

    @Test
    void serverThatFailsCanBeAskedAgain() {
        String clientId = own.create("web");
        ApplicationsPage list = console.list();
        list.applications();
        Runnable gatewayWorksAgain = browser.answering(addressOf(clientId), 500);

        SettingsTab settings = list.open("Some web");
        Failure failure = settings.tabs().failure();
        assertThat(failure.text()).contains("Something went wrong on the server");
        gatewayWorksAgain.run();
        failure.tryAgain();

        assertThat(settings.value("name")).isEqualTo("Some web");
    }

    @Test
    void nothingTypedIsLostWhenTheLoginHasEnded() {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Weekly report");
        realm.realm().users().logout(console.user());

        settings.save();
        Notice.awaitFailure(browser, "The application was not saved");

        assertThat(settings.value("name")).isEqualTo("Weekly report");
        assertThat(settings.allowsToSave()).isTrue();
    }

    @Test
    void slowAnswersAreWaitedFor() {
        String clientId = own.create("web");
        ApplicationsPage list = console.list();
        list.applications();
        Runnable goesOn = browser.holding(addressOf(clientId));

        SettingsTab settings = list.open("Some web");
        settings.awaitLoading();
        goesOn.run();

        assertThat(settings.value("name")).isEqualTo("Some web");
        assertThat(settings.isLoading()).isFalse();
    }

    @Test
    void whatDoesNotExistIsSaid() {
        console.open("oauth2-applications/no-such-application");

        assertThat(new SettingsTab(browser).tabs().failure().text()).contains("There is no such application");
    }

    @Test
    void whoseLoginHasEndedCanLogInAgain() {
        own.create("web");
        ApplicationsPage list = console.list();
        list.applications();
        realm.realm().users().logout(console.user());

        Failure failure = list.open("Some web").tabs().failure();
        assertThat(failure.text()).contains("Your login has ended");
        failure.logInAgain().logIn(console.user());

        assertThat(new SettingsTab(browser).value("name")).isEqualTo("Some web");
    }

    private String addressOf(String clientId) {
        return realm.base() + "/admin/realms/" + realm.name() + "/oauth2-applications/" + clientId;
    }
}
