package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Picture;
import org.workfrontoauth2.server.browser.Scheme;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** The pictures in the documents. */
@RunsOn
@InABrowser
class PicturesIT {

    private final KeycloakServer keycloak;
    private final Browser browser;

    PicturesIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    @Test
    void theMainPagesAreKeptAsPictures() {
        try (OwnRealm realm = OwnRealm.served(keycloak, "globex")) {
            Applications applications = realm.applications();
            Application report = applications.createForUsers("web");
            applications.change(
                    report.clientId(),
                    Map.of("name", "Weekly report", "description", "Tells you what is late.", "developerName", "Acme"));
            applications.caller().send("PUT", "/" + report.clientId() + "/logo", "image/png", Picture.png());
            new Person(realm, OwnRealm.USER).allow(report);
            applications.createWith(Map.of("type", "single-page", "name", "Pocket timer"));
            String machine = applications
                    .createWith(Map.of("type", "machine-to-machine", "name", "Nightly import"))
                    .get("clientId")
                    .asText();
            applications.caller().post("/" + machine + "/key-pairs", Map.of());
            Console console = Console.of(
                    browser, keycloak, realm.name(), realm.realm().users().find(OwnRealm.MANAGER));
            browser.sized(1280, 720);

            ApplicationsPage list = console.list();
            assertThat(list.applications()).hasSize(3);
            browser.screenshot("console-list");
            browser.in(Scheme.DARK).screenshot("console-list-dark");
            browser.in(Scheme.LIGHT);
            CreationPage creation = list.create();
            creation.choose("web").name("Quick report").redirectUrl("https://report.example/callback");
            browser.sized(1280, 1080).screenshot("console-creation");
            browser.sized(1280, 940);
            creation.cancel();
            Question.leaving(browser).confirm();
            SettingsTab settings = new ApplicationsPage(browser).open("Weekly report");
            assertThat(settings.showsLogo()).isTrue();
            browser.screenshot("console-details");
            TrialTab trial = settings.tabs().trial();
            assertThat(List.of(trial.link(), trial.tokenCommand())).allMatch(text -> text.contains(report.clientId()));
            browser.screenshot("console-trial");
            CredentialsTab credentials = console.credentials(machine);
            assertThat(credentials.keyOwners()).hasSize(1);
            assertThat(browser.screenshot("console-credentials")).isNotEmptyFile();
        }
    }

    @Test
    void registeredApplicationsAreKeptAsPictures() {
        try (OwnRealm realm = OwnRealm.served(keycloak, "initech")) {
            Registered registered = new Registered(realm);
            registered.switchOn();
            registered.revoke(registered.create("Living Room (old)"));
            String id = registered.create("Living Room");
            registered.device(id, device("Apple", "SetTopBox", "TV 5th Gen", "tvOS", "26.1"));
            registered.device(id, device("Roku", "SetTopBox", "Ultra", "Roku OS", "15.0"));
            registered.device(id, device("LG", "TV", "OLED evo", "webOS", "25"));
            Console console = Console.of(
                    browser, keycloak, realm.name(), realm.realm().users().find(OwnRealm.MANAGER));
            browser.sized(1280, 720);

            RegisteredList list = console.registered();
            assertThat(list.applications()).hasSize(2);
            browser.screenshot("console-registered");
            RegisteredTabs tabs = console.registered(id);
            browser.sized(1280, 1080).screenshot("console-registered-details");
            tabs = tabs.toStatement();
            browser.sized(1280, 720).screenshot("console-statement");
            tabs = tabs.toClients();
            assertThat(tabs.devices()).hasSize(3);
            browser.sized(1280, 940).screenshot("console-clients");
            browser.in(Scheme.DARK).screenshot("console-clients-dark");
            browser.in(Scheme.LIGHT);
            tabs.toTrial();
            browser.sized(1280, 1080);
            assertThat(browser.screenshot("console-registered-trial")).isNotEmptyFile();
            browser.sized(320, 700);
            console.registered().applications();
            browser.screenshot("console-registered-phone");
            console.registered(id).toClients().devices();
            browser.screenshot("console-clients-phone");
        }
    }

    private static String device(String manufacturer, String hardware, String model, String system, String version) {
        return "{\"manufacturer\": \"" + manufacturer + "\", \"primaryHardwareType\": \""
                + hardware.replace("SetTopBox", "SetTopBox") + "\", \"model\": \"" + model + "\", \"osName\": \""
                + system
                + "\", \"osVersion\": \"" + version + "\"}";
    }
}
