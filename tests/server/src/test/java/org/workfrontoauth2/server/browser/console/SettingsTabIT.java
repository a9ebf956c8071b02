package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Picture;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** What an administrator changes about one application, its logo with the rest. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsTabIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final Applications applications;
    private final Console console;

    SettingsTabIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.applications = own.applications();
        this.console = own.console();
    }

    @Test
    void whatWasChangedIsSavedAndNothingElse() {
        String clientId = own.create("web");
        JsonNode before = fields(clientId);
        SettingsTab settings = console.application(clientId);

        settings.write("name", "Weekly report");
        settings.choose("absoluteExpirationSeconds", "month");
        settings.measure("inactiveExpirationSeconds", "36", "hours");
        settings.toggle("rotateRefreshTokens");
        assertThat(settings.unsaved()).isEqualTo("4 unsaved changes");
        settings.save();
        Notice.await(browser, "Weekly report was saved");

        ObjectNode expected = before.deepCopy();
        expected.put("name", "Weekly report");
        expected.put("absoluteExpirationSeconds", 30 * 24 * 3600);
        expected.put("inactiveExpirationSeconds", 36 * 3600);
        expected.put("rotateRefreshTokens", true);
        assertThat(fields(clientId)).isEqualTo(expected);
        assertThat(settings.tabs().title()).isEqualTo("Weekly report");
        assertThat(settings.allowsToSave()).isFalse();
    }

    @Test
    void everyFieldCanBeChanged() {
        String clientId = own.create("web");
        ObjectNode expected = fields(clientId);
        SettingsTab settings = console.application(clientId);
        Map<String, String> texts = Map.of(
                "description", "Tells what is late",
                "developerName", "Acme Tools",
                "developerEmail", "tools@acme.example",
                "privacyPolicyUrl", "https://acme.example/privacy",
                "appDescriptionUrl", "https://acme.example/report");

        texts.forEach((field, text) -> {
            settings.write(field, text);
            expected.put(field, text);
        });
        settings.toggle("rotateRefreshTokens");
        expected.put("rotateRefreshTokens", true);
        settings.write("refreshGraceSeconds", "45");
        expected.put("refreshGraceSeconds", 45);
        settings.toggle("standardResponses");
        expected.put("standardResponses", true);
        settings.choose("inactiveExpirationSeconds", "week");
        expected.put("inactiveExpirationSeconds", 7 * 24 * 3600);
        settings.measure("absoluteExpirationSeconds", "400", "days");
        expected.put("absoluteExpirationSeconds", 400 * 24 * 3600);
        settings.save();
        Notice.await(browser, "Some web was saved");

        assertThat(fields(clientId)).isEqualTo(expected);
        browser.reload();
        SettingsTab reloaded = new SettingsTab(browser);
        assertThat(reloaded.value("absoluteExpirationSeconds")).isEqualTo("custom");
        assertThat(reloaded.value("absoluteExpirationSeconds-amount")).isEqualTo("400");
        assertThat(reloaded.value("absoluteExpirationSeconds-unit")).isEqualTo("days");
        assertThat(reloaded.value("inactiveExpirationSeconds")).isEqualTo("week");
        assertThat(reloaded.value("refreshGraceSeconds")).isEqualTo("45");
        assertThat(reloaded.isOn("standardResponses")).isTrue();
        assertThat(reloaded.isOn("rotateRefreshTokens")).isTrue();
    }

    @Test
    void nothingIsSavedWhileAFieldIsWrong() {
        String clientId = own.create("web");
        ObjectNode before = fields(clientId);
        SettingsTab settings = console.application(clientId);
        Map<String, String> wrong = Map.of(
                "refreshGraceSeconds", "61",
                "developerEmail", "tools at acme",
                "privacyPolicyUrl", "http://acme.example/privacy",
                "name", "");

        wrong.forEach((field, text) -> {
            if (field.equals("refreshGraceSeconds")) {
                settings.toggle("rotateRefreshTokens");
            }
            settings.write(field, text);
            assertThat(settings.unsaved()).as(field).isEqualTo("Correct the fields marked above.");
            settings.save();
            settings.awaitFocusOn(field);
            settings.revert();
            browser.await(any -> !settings.value(field).equals(text));
        });
        settings.choose("absoluteExpirationSeconds", "day");
        settings.measure("inactiveExpirationSeconds", "25", "hours");
        settings.awaitSaying("This must not be longer than the absolute expiration.");
        settings.save();
        settings.awaitFocusOn("inactiveExpirationSeconds");
        settings.measure("inactiveExpirationSeconds", "0", "hours");
        settings.awaitSaying("Enter a whole number. The time must be from 1 second to 50 years.");
        settings.save();
        settings.awaitFocusOn("inactiveExpirationSeconds-amount");
        assertThat(fields(clientId)).isEqualTo(before);
        settings.measure("inactiveExpirationSeconds", "24", "hours");
        settings.save();
        Notice.await(browser, "Some web was saved");
    }

    @Test
    void redirectUrlsAreCheckedWhileTheyAreTyped() {
        String clientId = own.create("web");
        applications.change(clientId, Map.of("redirectUrls", List.of("https://report.example/callback")));
        SettingsTab settings = console.application(clientId);

        settings.addRedirectUrl("https://report.example/callback#top");
        assertThat(settings.redirectProblem()).startsWith("Remove the fragment");
        settings.save();
        settings.awaitFocusOn("redirect-url");
        settings.correctRedirectUrl("http://report.example/callback");
        assertThat(settings.redirectProblem()).startsWith("Use https");
        settings.correctRedirectUrl("https://report.example/callback");
        assertThat(settings.redirectProblem()).isEqualTo("This URL is already in the list.");
        settings.correctRedirectUrl("com.example.report:/callback");
        assertThat(settings.redirectProblem()).contains("scheme of their own");
        settings.correctRedirectUrl("http://localhost:8080/callback");
        settings.save();
        Notice.await(browser, "Some web was saved");

        assertThat(applications.get(clientId).get("redirectUrls"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("https://report.example/callback", "http://localhost:8080/callback");
    }

    @Test
    void logoCanBeDroppedAndIsLookedAtBeforeItIsSent(@TempDir Path folder) throws IOException {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        settings.dropLogo(Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        settings.awaitSaying("This is not a PNG, JPEG or WebP image.");
        settings.dropLogo(Files.writeString(folder.resolve("broken.png"), "no picture"));
        settings.awaitSaying("The image cannot be read.");

        settings.dropLogo(Files.write(folder.resolve("logo.png"), Picture.png()));
        settings.awaitLogoToSave();
        assertThat(settings.showsLogo()).isTrue();
        settings.saveLogo();
        Notice.await(browser, "The logo was saved");

        assertThat(applications.get(clientId).get("logoUrl").isNull()).isFalse();
        ApplicationsPage list = console.list();
        assertThat(list.showsLogos()).isTrue();
    }

    @Test
    void logoIsShownBeforeItIsSavedAndCanBeRemoved(@TempDir Path folder) throws IOException {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);

        settings.chooseLogo(Files.write(folder.resolve("logo.png"), Picture.png()));
        assertThat(settings.showsLogo()).isTrue();
        assertThat(applications.get(clientId).get("logoUrl").isNull()).isTrue();
        settings.saveLogo();
        Notice.await(browser, "The logo was saved");
        assertThat(applications.get(clientId).get("logoUrl").isNull()).isFalse();
        browser.reload();
        SettingsTab reloaded = new SettingsTab(browser);
        assertThat(reloaded.showsLogo()).isTrue();
        reloaded.removeLogo();

        assertThat(applications.get(clientId).get("logoUrl").isNull()).isTrue();
    }

    @Test
    void logoIsSavedAndRevertedWithTheRest(@TempDir Path folder) throws IOException {
        String clientId = own.create("web");
        SettingsTab settings = console.application(clientId);
        Path logo = Files.write(folder.resolve("logo.png"), Picture.png());
        settings.chooseLogo(logo);
        assertThat(settings.unsaved()).isEqualTo("1 unsaved change");
        assertThat(browser.holdsBack()).isTrue();
        settings.revert();
        settings.awaitNoLogoToSave();
        assertThat(settings.allowsToSave()).isFalse();

        settings.chooseLogo(logo);
        settings.write("developerName", "Acme Tools");
        settings.save();
        Notice.await(browser, "The logo was saved");

        assertThat(applications.get(clientId).get("logoUrl").isNull()).isFalse();
        assertThat(applications.get(clientId).get("developerName").asText()).isEqualTo("Acme Tools");
        browser.await(any -> !browser.holdsBack());
    }

    private ObjectNode fields(String clientId) {
        return applications.get(clientId).deepCopy();
    }
}
