package org.workfrontoauth2.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Page;

/** The page "OAuth2 applications" in Keycloak's admin console. */
@RunsOn
@InABrowser
class ConsoleIT {

    private static final String REDIRECT_URL = "http://localhost:9999/callback";
    private static final User AVERY = new User("", "avery");
    private static final User ADMIN = new User("", "admin");

    private final KeycloakServer keycloak;
    private final Browser browser;
    private final List<String> created = new ArrayList<>();

    @TempDir
    Path folder;

    ConsoleIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    @AfterEach
    void deleteApplications() {
        created.forEach(clientId -> keycloak.realm().clients().delete(clientId));
    }

    @Test
    void theListShowsTheRealmsApplicationsAndItsPlaces() {
        ApplicationsPage list = avery().list();

        assertThat(list.names()).contains("Acme machine to machine", "Acme single page", "Acme web");
        assertThat(list.places()).matches("\\d+ of 10");
        assertThat(list.row("acme-spa")).contains("Single page web application");
        assertThat(list.canCreate()).isTrue();
        assertAccessible("list");
        browser.screenshot("console-list");
    }

    /** With nothing but what the page shows. */
    @Test
    void aNewWebApplicationGetsItsFirstSessionIdWithThePagesOwnCommands() throws Exception {
        CreationPage creation = avery().list().create().choose("web");
        assertAccessible("creation");
        ApplicationPage page =
                creation.name("Report builder").redirectUrl(REDIRECT_URL).create();
        created.add(page.clientId());
        assertThat(page.newSecret()).matches("[A-Za-z0-9_-]{43,}");
        assertThat(page.asksBeforeLeaving()).isTrue();
        assertAccessible("created");
        browser.screenshot("console-created");
        page.secretIsNoted();

        ApplicationPage trial = page.tab("try");
        assertAccessible("try");
        browser.screenshot("console-try");
        User user = keycloak.realm().users().create();
        String command = trial.tokenCommand(allow(user, trial.authorizeLink()));

        JsonNode answer = run(command);
        assertThat(answer.path("token_type").asText()).as(answer.toString()).isEqualTo("sessionID");
        ApplicationPage grants = trial.console().application(page.clientId(), "grants");
        assertThat(grants.grants()).isEqualTo(1);
        grants.endAllGrants();
        assertThat(grants.grants()).isZero();
    }

    @Test
    void theMachinesScriptGetsASessionId() throws Exception {
        ApplicationPage page = avery().list()
                .create()
                .choose("machine-to-machine")
                .name("Night shift")
                .create();
        created.add(page.clientId());
        String secret = page.newSecret();
        page.secretIsSaved();
        ObjectNode pair = keyPair(page.clientId());
        Path key = Files.writeString(
                folder.resolve("key.pem"), pair.get("privateKey").asText());

        ApplicationPage trial = page.console().application(page.clientId(), "try");
        Path script = Files.writeString(folder.resolve("exchange.sh"), trial.exchangeScript());

        JsonNode answer = run("CLIENT_SECRET=" + secret + " bash " + script + " " + key);
        assertThat(answer.path("token_type").asText()).as(answer.toString()).isEqualTo("sessionID");
    }

    @Test
    void aSinglePageApplicationHasNoSecret() {
        ApplicationPage page = avery().list()
                .create()
                .choose("single-page")
                .name("Phone")
                .redirectUrl("com.example.app:/cb")
                .create();
        created.add(page.clientId());

        assertThat(page.showsNewSecret()).isFalse();
        assertThat(page.console().has("secrets")).isFalse();
    }

    @Test
    void fusionsRedirectUrlsAreOfferedAndOthersAreCheckedWhileTyping() {
        CreationPage creation = avery().list().create().choose("web");

        creation.redirectUrl("http://app.example/cb");
        assertThat(creation.redirectProblem()).isNotBlank();
        creation.redirectUrl(REDIRECT_URL).addFusion();

        assertThat(creation.redirectUrls()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anApplicationIsCreatedWithTheKeyboardAlone() {
        ApplicationPage page = avery().list().create().createByKeyboard("Typed");
        created.add(page.clientId());

        assertThat(page.console().title()).isEqualTo("Typed");
        assertThat(page.showsNewSecret()).isTrue();
    }

    @Test
    void whatWasChangedIsSavedAndNothingElse() {
        ApplicationPage page = avery().application(application("web"), "settings");
        String clientId = page.clientId();
        assertThat(page.canSave()).isFalse();
        assertAccessible("settings");

        page.name("Other");
        page.revert();
        assertThat(page.canSave()).isFalse();
        page.name("Another");
        assertThat(page.asksBeforeLeaving()).isTrue();
        page.absoluteExpiration("day");
        page.save();

        JsonNode client = keycloak.realm().clients().find(clientId);
        assertThat(client.get("name").asText()).isEqualTo("Another");
        assertThat(client.at("/attributes/client.offline.session.max.lifespan").asText())
                .isEqualTo("86400");
        assertThat(client.get("description").asText()).isEqualTo("As it was");
    }

    @Test
    void whoSavesSecondIsTold() {
        ApplicationPage page = avery().application(application("web"), "settings");
        String clientId = page.clientId();
        page.name("Mine");
        keycloak.realm().clients().change(clientId, client -> client.put("name", "Theirs"));

        page.saveInVain();
        assertThat(keycloak.realm().clients().find(clientId).get("name").asText())
                .isEqualTo("Theirs");
        page.keepMine();
        page.save();

        assertThat(keycloak.realm().clients().find(clientId).get("name").asText())
                .isEqualTo("Mine");
    }

    @Test
    void secretsAreAddedAndDeleted() {
        ApplicationPage page = avery().application(application("web"), "credentials");

        page.addSecret();
        String first = page.newSecret();
        page.secretIsSaved();
        page.addSecret();
        assertThat(page.newSecret()).isNotEqualTo(first);
        page.secretIsSaved();
        assertThat(page.secrets()).isEqualTo(2);
        page.deleteFirstSecret();

        assertThat(page.secrets()).isEqualTo(1);
    }

    @Test
    void keysAreAddedAndDeletedAndPrivateOnesStayInTheBrowser() {
        String clientId = application("machine-to-machine");
        ObjectNode pair = keyPair(clientId);
        keycloak.admin()
                .delete(applications() + "/" + clientId + "/public-keys/"
                        + pair.get("kid").asText());
        ApplicationPage page = avery().application(clientId, "credentials");

        page.addKey(pair.get("pem").asText());
        assertThat(page.keys()).isEqualTo(1);
        page.deleteFirstKey();
        assertThat(page.keys()).isZero();
        assertThat(page.offersToAddKey(pair.get("privateKey").asText())).isFalse();
        assertThat(page.keys()).isZero();
        assertAccessible("credentials");
    }

    @Test
    void deletingAsksForTheName() {
        ApplicationPage page = avery().application(application("web"), "settings");
        String clientId = page.clientId();

        assertThat(page.offersDeletionAfter("Something else")).isFalse();
        ApplicationsPage list = page.delete("Some web");
        created.remove(clientId);

        assertThat(list.names()).doesNotContain("Some web");
    }

    /** A login that starts too early ends in a loop of redirects on reload. */
    @Test
    void aDeepLinkSurvivesReloadAndTheWayBack() {
        AdminConsole console = avery();
        console.application("acme-web", "grants");
        console.reload();
        ApplicationPage page = new ApplicationPage(console, "grants");
        page.tab("settings");
        console.back();

        assertThat(new ApplicationPage(console, "grants").clientId()).isEqualTo("acme-web");
    }

    @Test
    void keycloaksOwnPagesComeBack() {
        AdminConsole console = avery();
        console.list();

        console.toClients();
        console.awaitStockPage();
        console.back();

        assertThat(console.list().names()).contains("Acme web");
    }

    @Test
    void theServersAdministratorWorksInAnotherRealm() {
        AdminConsole console = AdminConsole.open(keycloak, browser, "master", "acme", ADMIN);

        assertThat(console.list().names()).contains("Acme web");
        assertThat(console.list().canCreate()).isTrue();
    }

    @Test
    void aRealmWithoutTheContractIsSwitchedOn() {
        keycloak.admin().post("", Map.of("realm", "newcomers", "enabled", true));
        try {
            ApplicationsPage list = AdminConsole.open(keycloak, browser, "master", "newcomers", ADMIN)
                    .list();
            assertThat(list.isSwitchedOff()).isTrue();
            assertAccessible("switched off");

            list.switchOn();

            assertThat(list.canCreate()).isTrue();
            assertThat(keycloak.admin()
                            .get("newcomers")
                            .at("/attributes/workfront.enabled")
                            .asText())
                    .isEqualTo("true");
        } finally {
            keycloak.realm("newcomers").delete();
        }
    }

    @Test
    void theServersOwnRealmIsNeverSwitchedOn() {
        ApplicationsPage list =
                AdminConsole.open(keycloak, browser, "master", "master", ADMIN).list();

        assertThat(list.console().has("never-served")).isTrue();
        assertThat(list.console().has("switch-on")).isFalse();
    }

    @Test
    void aFullRealmSaysWhyNothingCanBeCreated() {
        limit("3");
        try {
            ApplicationsPage list = avery().list();

            assertThat(list.canCreate()).isFalse();
            assertThat(list.whyNot()).contains("3");
        } finally {
            limit("10");
        }
    }

    @Test
    void inTheDarkOnAPhoneAndInKoreanNothingIsInTheWay() {
        browser.in(Scheme.DARK);
        AdminConsole console = avery();
        console.list();
        assertAccessible("list, dark");
        console.application("acme-web", "settings");
        assertAccessible("settings, dark");
        browser.screenshot("console-dark");
        browser.in(Scheme.LIGHT).sized(320, 800);
        for (String tab : List.of("settings", "credentials", "try", "grants")) {
            console.application("acme-web", tab);
            assertThat(browser.scrollsSideways()).as(tab).isFalse();
        }
    }

    private AdminConsole avery() {
        return AdminConsole.open(keycloak, browser, "acme", "acme", AVERY);
    }

    private void limit(String limit) {
        keycloak.realm().change(realm -> realm.withObject("/attributes").put("workfront.application.limit", limit));
    }

    /** A new one, made through Keycloak's own interface, so without a secret. */
    private String application(String type) {
        String clientId = "console-" + System.nanoTime();
        keycloak.realm()
                .clients()
                .create(Map.of(
                        "clientId",
                        clientId,
                        "name",
                        "Some " + type,
                        "description",
                        "As it was",
                        "redirectUris",
                        type.equals("web") ? List.of(REDIRECT_URL) : List.of(),
                        "attributes",
                        Map.of("workfront.application.type", type)));
        created.add(clientId);
        return clientId;
    }

    private static String applications() {
        return "acme/oauth2-applications";
    }

    private ObjectNode keyPair(String clientId) {
        return (ObjectNode)
                keycloak.admin().ask(applications() + "/" + clientId + "/key-pairs", Map.of("user", "avery"));
    }

    /** A user allows it, in a browser of their own. Where that browser came back to. */
    private String allow(User user, String link) {
        Page page = new org.workfrontoauth2.walkthrough.Browser(new Loopback(keycloak.port())).open(link);
        page = new LoginPage(page).logIn(user.name(), user.password());
        return new org.workfrontoauth2.walkthrough.ConsentPage(page)
                .allow()
                .callback()
                .address();
    }

    private JsonNode run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new ObjectMapper().readTree(output);
    }

    private void assertAccessible(String what) {
        assertThat(browser.barriers().stream()
                        .filter(barrier -> barrier.contains("workfront") || barrier.contains("oauth2-app"))
                        .toList())
                .as(what)
                .isEmpty();
    }
}
