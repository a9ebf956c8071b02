package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.administration.Applications;
import org.workfrontoauth2.server.administration.OwnRealm;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Picture;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** What an administrator changes about one application. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetailsIT {

    private final Browser browser;
    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;

    DetailsIT(KeycloakServer keycloak, Browser browser) {
        this.browser = browser;
        this.realm = OwnRealm.served(keycloak);
        this.applications = realm.applications();
        this.console = Console.of(
                browser, keycloak, realm.name(), realm.realm().users().find(OwnRealm.MANAGER));
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @Test
    void whatWasChangedIsSavedAndNothingElse() {
        String clientId = create("web");
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
        String clientId = create("web");
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
        String clientId = create("web");
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
            assertThat(settings.unsaved()).as(field).isEqualTo("Correct what is marked above.");
            settings.save();
            settings.awaitFocusOn(field);
            settings.revert();
            browser.await(any -> !settings.value(field).equals(text));
        });
        settings.choose("absoluteExpirationSeconds", "day");
        settings.measure("inactiveExpirationSeconds", "25", "hours");
        settings.awaitSaying("It must not be longer than the absolute expiration.");
        settings.save();
        settings.awaitFocusOn("inactiveExpirationSeconds");
        settings.measure("inactiveExpirationSeconds", "0", "hours");
        settings.awaitSaying("A whole number, from 1 second to 50 years.");
        settings.save();
        settings.awaitFocusOn("inactiveExpirationSeconds-amount");
        assertThat(fields(clientId)).isEqualTo(before);
        settings.measure("inactiveExpirationSeconds", "24", "hours");
        settings.save();
        Notice.await(browser, "Some web was saved");
    }

    @Test
    void revertedChangesAreNotSaved() {
        String clientId = create("web");
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
        String clientId = create("web");
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
        assertThat(question.text()).contains("Leave without saving?", "Your changes are lost.");
        assertThat(settings.value("description")).isEqualTo("Tells what is late");
        question.confirm();

        console.awaitStockPage("Clients");
        assertThat(applications.get(clientId).get("description").isNull()).isTrue();
    }

    @Test
    void whoSavesSecondIsToldAndMayKeepTheirOwn() {
        String clientId = create("web");
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
        String clientId = create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Mine");
        applications.change(clientId, Map.of("name", "Theirs"));
        settings.save();

        settings.takeTheirs();

        assertThat(settings.value("name")).isEqualTo("Theirs");
        assertThat(settings.allowsToSave()).isFalse();
    }

    @Test
    void redirectUrlsAreCheckedWhileTheyAreTyped() {
        String clientId = create("web");
        applications.change(clientId, Map.of("redirectUrls", List.of("https://report.example/callback")));
        SettingsTab settings = console.application(clientId);

        settings.addRedirectUrl("https://report.example/callback#top");
        assertThat(settings.redirectProblem()).startsWith("No fragment");
        settings.save();
        settings.awaitFocusOn("redirect-url");
        settings.correctRedirectUrl("http://report.example/callback");
        assertThat(settings.redirectProblem()).startsWith("Use https");
        settings.correctRedirectUrl("https://report.example/callback");
        assertThat(settings.redirectProblem()).isEqualTo("This one is there twice.");
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
    void secretsAreAddedAndDeleted() {
        String clientId = create("web");
        String first = applications.get(clientId).at("/secrets/0/id").asText();
        CredentialsTab credentials = console.credentials(clientId);

        credentials.addSecret();
        assertThat(credentials.newSecret()).matches("[A-Za-z0-9_-]{43,}");
        credentials.awaitSecrets(2);
        assertThat(credentials.allowsToAddSecret()).isFalse();
        credentials.sayThatItIsSaved();
        credentials.done();
        Question question = credentials.deleteSecret(first);
        assertThat(question.text()).contains("Delete this client secret?", first.substring(first.length() - 8));
        question.confirm();
        credentials.awaitSecrets(1);

        assertThat(applications.get(clientId).get("secrets"))
                .hasSize(1)
                .noneMatch(secret -> secret.get("id").asText().equals(first));
    }

    @Test
    void publicKeysAreAddedAndDeletedAndPrivateOnesStayWhereTheyAre() throws GeneralSecurityException {
        String clientId = create("machine-to-machine");
        KeyPair pair = rsa(2048);
        CredentialsTab credentials = console.credentials(clientId);

        NewKeyDialog dialog = credentials.addKey();
        assertThat(dialog.allowsToConfirm()).isFalse();
        dialog.paste(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        assertThat(dialog.text()).contains("This is a private key. It was not sent.");
        assertThat(dialog.allowsToConfirm()).isFalse();
        dialog.paste(pem("PUBLIC KEY", rsa(1024).getPublic().getEncoded()));
        assertThat(dialog.refused()).startsWith("The server says:");
        dialog.paste(pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        dialog.confirm();
        JsonNode key = applications.get(clientId).at("/publicKeys/0");
        assertThat(credentials.keys())
                .containsExactly(List.of(key.get("fingerprint").asText(), OwnRealm.MANAGER, OwnRealm.MANAGER));
        assertThat(key.get("pem").asText().replaceAll("\\s", ""))
                .isEqualTo(pem("PUBLIC KEY", pair.getPublic().getEncoded()).replaceAll("\\s", ""));
        Question question = credentials.deleteKey(key.get("fingerprint").asText());
        assertThat(question.text()).contains("Delete this public key?", OwnRealm.MANAGER);
        question.confirm();
        credentials.awaitNoKeys();

        assertThat(applications.get(clientId).get("publicKeys")).isEmpty();
        assertThat(credentials.tabs().trial().withoutKey()).contains("There is no public key");
    }

    @Test
    void publicKeyCanBeDroppedAsAFile(@TempDir Path folder) throws GeneralSecurityException, IOException {
        String clientId = create("machine-to-machine");
        String pem = pem("PUBLIC KEY", rsa(2048).getPublic().getEncoded());
        CredentialsTab credentials = console.credentials(clientId);

        NewKeyDialog dialog = credentials.addKey();
        dialog.drop(Files.writeString(folder.resolve("nightly.pem"), pem));
        assertThat(dialog.pem()).isEqualTo(pem);
        dialog.confirm();
        credentials.keyOwners();

        assertThat(applications.get(clientId).at("/publicKeys/0/pem").asText()).isEqualToIgnoringWhitespace(pem);
    }

    @Test
    void logoCanBeDroppedAndIsLookedAtBeforeItIsSent(@TempDir Path folder) throws IOException {
        String clientId = create("web");
        SettingsTab settings = console.application(clientId);
        settings.dropLogo(Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        settings.awaitSaying("This is not a PNG, JPEG or WebP picture.");
        settings.dropLogo(Files.writeString(folder.resolve("broken.png"), "no picture"));
        settings.awaitSaying("The picture cannot be read.");

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
        String clientId = create("web");
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
        String clientId = create("web");
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

    @Test
    void aLongNameLeavesTheOtherColumnsTheirRoom() {
        applications.createWith(Map.of("type", "single-page", "name", "Verwaltungsprogrammohnetrennstellen".repeat(6)));

        assertThat(console.list().fits()).isTrue();
    }

    @Test
    void grantsAreCountedAndRevokedOneByOneAndAllAtOnce() {
        Application application = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person owner = new Person(realm, OwnRealm.OWNER);
        Person viewer = new Person(realm, OwnRealm.VIEWER);
        Person.Tokens ofUser = user.allow(application);
        Person.Tokens ofOwner = owner.allow(application);
        Person.Tokens ofViewer = viewer.allow(application);
        String unused = create("machine-to-machine");
        ApplicationsPage list = console.list();
        assertThat(list.rows())
                .extracting(row -> row.get(4).replaceAll("(?s)\\D.*", ""))
                .containsExactly("3", "0");
        assertThat(list.moments("For users")).isEqualTo(moments(application.clientId()));
        assertThat(list.moments("Some machine-to-machine")).isEqualTo(moments(unused));
        GrantsTab grants = console.application(application.clientId()).tabs().grants();
        assertThat(grants.users()).containsExactlyInAnyOrder(OwnRealm.USER, OwnRealm.OWNER, OwnRealm.VIEWER);

        grants.end(OwnRealm.USER).cancel();
        assertThat(user.alive(ofUser)).isTrue();
        grants.end(OwnRealm.USER).confirm();
        assertThat(grants.users()).containsExactlyInAnyOrder(OwnRealm.OWNER, OwnRealm.VIEWER);
        assertThat(user.alive(ofUser)).isFalse();
        assertThat(owner.alive(ofOwner)).isTrue();
        Question question = grants.endAll();
        assertThat(question.text()).contains("Revoke all grants?", "2 grants");
        question.confirm();
        grants.awaitNone();

        assertThat(owner.alive(ofOwner)).isFalse();
        assertThat(viewer.alive(ofViewer)).isFalse();
    }

    @Test
    void applicationIsDeletedOnceItsNameWasTyped() {
        create("web");
        Question question = console.list().open("Some web").tabs().delete();
        assertThat(question.allowsToConfirm()).isFalse();
        question.type("Some");
        assertThat(question.allowsToConfirm()).isFalse();
        question.type("Some web");
        question.confirm();
        Notice.await(browser, "Some web was deleted");

        new ApplicationsPage(browser).awaitEmpty();
        assertThat(applications.list().get("applications")).isEmpty();
    }

    @Test
    void whatSomebodyElseHasDeletedIsNotSaved() {
        String clientId = create("web");
        SettingsTab settings = console.application(clientId);
        settings.write("name", "Mine");
        applications.delete(clientId);
        settings.save();

        Notice.awaitFailure(browser, "The application was not saved");
        browser.reload();
        assertThat(new SettingsTab(browser).tabs().failure().text()).contains("There is no such application");
    }

    private String create(String type) {
        return applications.create(type).get("clientId").asText();
    }

    private ObjectNode fields(String clientId) {
        return applications.get(clientId).deepCopy();
    }

    /** When it was made and, unless that is never, last used. */
    private List<String> moments(String clientId) {
        JsonNode application = applications.get(clientId);
        return Stream.of("createdAt", "lastUsedAt")
                .map(application::get)
                .filter(moment -> !moment.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
