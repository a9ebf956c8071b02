package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.ConsentPage;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Listener;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.ResourceServer;

/** From the list to the first session ID, as the demo's avery: contract, sections 2 to 6. */
@RunsOn
@InABrowser(keepsLogin = true)
class CreationIT {

    private static final List<String> DEMO = List.of("acme-web", "acme-spa", "acme-m2m", "plain-oidc", "acme-api");

    private final KeycloakServer keycloak;
    private final Browser browser;
    private final Console console;
    private final Listener listener = new Listener();

    @TempDir
    private Path folder;

    CreationIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
        this.console =
                Console.of(browser, keycloak, "acme", keycloak.realm().users().find("avery"));
    }

    @BeforeEach
    void downloadIntoTheFolder() {
        browser.downloadingTo(folder);
    }

    /** Those that this test has made. */
    @AfterEach
    void deleteApplications() {
        listener.close();
        for (JsonNode application :
                keycloak.admin().get("acme/oauth2-applications").get("applications")) {
            String clientId = application.get("clientId").asText();
            if (!DEMO.contains(clientId)) {
                keycloak.realm().clients().delete(clientId);
            }
        }
    }

    @Test
    void listHasEachApplicationWithItsTypeAndHowManyThereMayBe() {
        ApplicationsPage list = console.list();

        assertThat(list.title()).isEqualTo("OAuth2 applications");
        assertThat(list.places()).isEqualTo("3 of 10");
        assertThat(list.applications())
                .containsExactly(
                        "Acme machine to machine: Machine to machine application",
                        "Acme single page: Single page web application",
                        "Acme web: Web application");
    }

    @Test
    void nothingIsCreatedBeforeTheFormIsComplete() {
        CreationPage creation = console.list().create();
        creation.send();
        assertThat(creation.text()).contains("Choose a type.", "Enter a name.");

        creation.choose("single-page").name("Weekly report").redirectUrl("http://report.example/callback");
        assertThat(creation.redirectProblem()).startsWith("Use https");
        creation.send();
        creation.cancel();
        Question.leaving(browser).confirm();

        assertThat(new ApplicationsPage(browser).places()).isEqualTo("3 of 10");
    }

    @Test
    void fusionsRedirectUrlsAreOfferedForWebApplications() {
        List<String> fusion = Stream.of("app", "app-eu", "app-az")
                .map(host -> "https://" + host + ".workfrontfusion.com/oauth/cb/workfront-workfront")
                .toList();
        CreationPage creation = console.list().create().choose("single-page");
        assertThat(creation.offersFusion()).isFalse();

        creation.choose("web").name("Fusion").addFusion();
        assertThat(creation.redirectUrls()).isEqualTo(fusion);
        CredentialsTab credentials = creation.create();
        credentials.sayThatItIsSaved();

        JsonNode created = keycloak.admin().get("acme/oauth2-applications/" + credentials.newClientId());
        assertThat(created.get("redirectUrls"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(fusion);
    }

    @Test
    void webApplicationGetsItsFirstSessionIdByTheCommandsOfThePage() {
        console.list()
                .create()
                .choose("web")
                .name("Weekly report")
                .redirectUrl(listener.redirectUrl())
                .send();
        Notice.await(browser, "Weekly report was created");
        CredentialsTab credentials = new CredentialsTab(browser);
        String secret = credentials.newSecret();
        assertThat(credentials.warning()).contains("the only time it is shown");
        assertThat(credentials.allowsToGoOn()).isFalse();
        credentials.sayThatItIsSaved();

        TrialTab trial = credentials.tabs().trial();
        assertThat(trial.secret()).isEqualTo(secret);
        allowByTheLink(trial);
        JsonNode first = terminal().run(trial.tokenCommand());
        JsonNode second = terminal()
                .run(trial.refreshCommand()
                        .replace(
                                "PASTE-THE-REFRESH-TOKEN-HERE",
                                first.path("refresh_token").asText(first.toString())));

        assertThat(first.path("token_type").asText()).isEqualTo("sessionID");
        assertThat(accepts(second)).as(second.toString()).isTrue();
        terminal()
                .run(trial.logoutCommand()
                        .replace(
                                "PASTE-THE-ACCESS-TOKEN-HERE",
                                second.get("access_token").asText()));
        assertThat(accepts(first)).isFalse();
        assertThat(accepts(second)).isFalse();
    }

    @Test
    void singlePageApplicationGetsItsFirstSessionIdByTheCommandsOfThePage() {
        CredentialsTab credentials = console.list()
                .create()
                .choose("single-page")
                .name("Pocket timer")
                .redirectUrl(listener.redirectUrl())
                .create();
        assertThat(credentials.clientId()).isNotBlank();

        TrialTab trial = credentials.tabs().trial();
        allowByTheLink(trial);
        JsonNode answer = terminal().run(trial.tokenCommand());

        assertThat(accepts(answer)).as(answer.toString()).isTrue();
    }

    @Test
    void machineToMachineApplicationGetsItsFirstSessionIdByTheScriptOfThePage() {
        CreationPage creation =
                console.list().create().choose("machine-to-machine").name("Nightly import");
        assertThat(creation.asksForRedirectUrls()).isFalse();
        CredentialsTab credentials = creation.create();
        String clientId = credentials.newClientId();
        String secret = credentials.newSecret();
        credentials.sayThatItIsSaved();
        credentials.done();
        credentials.generateKeyPair();
        assertThat(credentials.keyOwners()).containsExactly("avery");
        assertThat(browser.holdsBack()).isTrue();
        credentials.downloadPrivateKey();
        downloaded(clientId + "-private-key.pem");
        assertThat(browser.holdsBack()).isFalse();
        credentials.copyPublicKey();
        credentials.doneWithPair();
        NewKeyDialog dialog = credentials.addKey();
        dialog.paste();
        assertThat(dialog.pem().strip()).isEqualTo(publicKey(clientId));
        dialog.cancel();
        browser.reload();
        assertThat(new CredentialsTab(browser).showsPair()).isFalse();

        TrialTab trial = credentials.tabs().trial();
        trial.downloadScript();
        assertThat(downloaded("exchange-" + clientId + ".sh")).hasContent(trial.script());
        JsonNode answer = terminal().run(trial.runCommand().replace("PASTE-THE-SECRET-HERE", secret));

        assertThat(accepts(answer)).as(answer.toString()).isTrue();
        assertThat(resourceServer()
                        .introspect(answer.get("access_token").asText())
                        .body()
                        .path("username")
                        .asText())
                .isEqualTo("avery");
    }

    @Test
    void pageAsksBeforeASecretIsLeftThatNobodySaved() {
        CredentialsTab credentials = console.list()
                .create()
                .choose("machine-to-machine")
                .name("Nightly import")
                .create();
        String secret = credentials.newSecret();
        String clientId = credentials.newClientId();

        assertThat(browser.holdsBack()).isTrue();
        credentials.tabs().leave();
        Question question = Question.leaving(browser);
        assertThat(question.text()).contains("Leave without the secret?", "the only time it is shown");
        question.cancel();
        assertThat(credentials.newSecret()).isEqualTo(secret);
        browser.back();
        Question.leaving(browser).cancel();
        assertThat(credentials.newSecret()).isEqualTo(secret);
        credentials.tabs().leave();
        Question.leaving(browser).confirm();

        assertThat(new ApplicationsPage(browser).places()).isEqualTo("4 of 10");
        assertThat(console.credentials(clientId).secrets()).isEqualTo(1);
    }

    @Test
    void whoHasCopiedTheSecretIsNotAsked() {
        CredentialsTab credentials = console.list()
                .create()
                .choose("machine-to-machine")
                .name("Nightly import")
                .create();
        String secret = credentials.newSecret();
        String clientId = credentials.newClientId();
        credentials.copySecret();
        browser.await(any -> credentials.allowsToGoOn());
        assertThat(browser.holdsBack()).isFalse();

        NewKeyDialog dialog = credentials.addKey();
        dialog.paste();
        assertThat(dialog.pem()).isEqualTo(secret);
        dialog.cancel();
        credentials.tabs().list();
        console.open("oauth2-applications/" + clientId + "/credentials");
        browser.reload();

        assertThat(new CredentialsTab(browser).showsNewSecret()).isFalse();
        assertThat(browser.source()).contains(clientId).doesNotContain(secret);
    }

    /** Opens the link in another tab, allows the application there, and brings the address back that it leads to. */
    private void allowByTheLink(TrialTab trial) {
        trial.openLink();
        new ConsentPage(browser).allow();
        String arrived = listener.callback().address();
        browser.closeTab();
        trial.code(arrived);
    }

    private String publicKey(String clientId) {
        return keycloak.admin()
                .get("acme/oauth2-applications/" + clientId)
                .at("/publicKeys/0/pem")
                .asText()
                .strip();
    }

    private Path downloaded(String file) {
        Path path = folder.resolve(file);
        browser.await(any -> Files.isRegularFile(path));
        return path;
    }

    private Terminal terminal() {
        return new Terminal(folder);
    }

    private boolean accepts(JsonNode answer) {
        return resourceServer().accepts(answer.path("access_token").asText());
    }

    private ResourceServer resourceServer() {
        return new ResourceServer(Secrecy.to(keycloak.port()), Organisation.ofHost(Acme.REALM, "my", keycloak.port()));
    }
}
