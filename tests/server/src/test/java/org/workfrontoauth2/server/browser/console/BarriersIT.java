package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.browser.Picture;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** Nobody is shut out: by colours, by a screen reader, by a language, by a narrow window. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarriersIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;
    private String web;
    private String machine;

    BarriersIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.realm = own.realm();
        this.applications = own.applications();
        this.console = own.console();
        realm.realm().change(all -> all.put("internationalizationEnabled", true)
                .putPOJO("supportedLocales", List.of("en", "ko", "ar")));
    }

    /** Two, with something on every tab. */
    @BeforeEach
    void createApplications() {
        Application application = applications.createForUsers("web");
        web = application.clientId();
        applications.change(
                web,
                Map.of("name", "Weekly report", "description", "Tells what is late", "developerName", "Acme Tools"));
        applications.caller().send("PUT", "/" + web + "/logo", "image/png", Picture.png());
        new Person(realm, OwnRealm.USER).allow(application);
        JsonNode created = applications.createWith(Map.of("type", "machine-to-machine", "name", "Nightly import"));
        machine = created.get("clientId").asText();
        applications.caller().post("/" + machine + "/key-pairs", Map.of());
    }

    @AfterEach
    void speakEnglish() {
        speak("en");
    }

    @Test
    void pagesAndDialogsHaveNoBarrier() {
        ApplicationsPage list = console.list();
        list.applications();
        assertNoBarrier("list");
        CreationPage creation = list.create();
        creation.choose("web").send();
        creation.redirectUrl("http://report.example/callback");
        creation.redirectProblem();
        assertNoBarrier("creation");
        creation.cancel();
        Question leaving = Question.leaving(browser);
        assertNoBarrier("leaving");
        leaving.confirm();

        SettingsTab settings = new ApplicationsPage(browser).open("Weekly report");
        settings.value("name");
        assertNoBarrier("settings");
        Question deletion = settings.tabs().delete();
        assertNoBarrier("deletion");
        deletion.cancel();
        CredentialsTab credentials = settings.tabs().credentials();
        credentials.addSecret();
        assertNoBarrier("a new secret");
        credentials.tabs().leave();
        Question losing = Question.leaving(browser);
        assertNoBarrier("leaving a secret");
        losing.cancel();
        credentials.sayThatItIsSaved();
        credentials.done();
        String secret = applications.get(web).at("/secrets/0/id").asText();
        Question secretDeletion = credentials.deleteSecret(secret);
        assertNoBarrier("the deletion of a secret");
        secretDeletion.cancel();
        TrialTab trial = credentials.tabs().trial();
        trial.link();
        assertNoBarrier("trial");
        GrantsTab grants = trial.tabs().grants();
        grants.users();
        assertNoBarrier("grants");
        Question end = grants.endAll();
        assertNoBarrier("the end of grants");
        end.cancel();

        CredentialsTab keys = console.credentials(machine);
        keys.keyOwners();
        NewKeyDialog dialog = keys.addKey();
        dialog.paste("no key");
        assertNoBarrier("a new key");
        dialog.cancel();
        keys.generateKeyPair();
        assertNoBarrier("a new pair");
        keys.downloadPrivateKey();
        keys.doneWithPair();
        NewKeyDialog generation = keys.generate();
        assertNoBarrier("the generation of a pair");
        generation.cancel();
        Question keyDeletion = keys.deleteKey(
                applications.get(machine).at("/publicKeys/0/fingerprint").asText());
        assertNoBarrier("the deletion of a key");
        keyDeletion.cancel();
        keys.tabs().trial().script();
        assertNoBarrier("script");
    }

    @Test
    void whatIsShownInsteadHasNoBarrier() {
        SettingsTab settings = console.application(web);
        settings.write("name", "Mine");
        applications.change(web, Map.of("name", "Theirs"));
        settings.save();
        settings.conflict();
        assertNoBarrier("conflict");
        settings.takeTheirs();
        settings.toggle("rotateRefreshTokens");
        settings.write("refreshGraceSeconds", "61");
        settings.unsaved();
        assertNoBarrier("wrong fields");
        settings.revert();
        applications.deleteAll();
        ApplicationsPage list = settings.tabs().list();
        list.awaitEmpty();
        assertNoBarrier("empty list");
        console.open("oauth2-applications/" + web);
        new SettingsTab(browser).tabs().failure().text();
        assertNoBarrier("failure");
    }

    /** A telephone; and a window of 1280 by 900 pixels, zoomed to 200 per cent. */
    @ParameterizedTest
    @CsvSource({"320, 700, 1", "640, 450, 2"})
    void nothingStandsOutOfANarrowWindow(int width, int height, int zoom) {
        applications.change(web, Map.of("name", "Report".repeat(40)));
        browser.sized(width, height, zoom);
        console.open("oauth2-applications");
        new ApplicationsPage(browser).applications();
        assertFits("list");
        console.fold();
        console.followEntry().applications();
        console.open("new-oauth2-application");
        new CreationPage(browser).choose("web").asksForRedirectUrls();
        assertFits("creation");
        SettingsTab settings = console.application(web);
        settings.value("name");
        assertFits("settings");
        CredentialsTab credentials = settings.tabs().credentials();
        credentials.secrets();
        credentials.addSecret();
        assertFits("a new secret");
        credentials.sayThatItIsSaved();
        credentials.tabs().trial().link();
        assertFits("trial");
        new TrialTab(browser).tabs().grants().users();
        assertFits("grants");
        console.credentials(machine).keyOwners();
        assertFits("keys");
    }

    @Test
    void pageSpeaksKorean() {
        speak("ko");
        ApplicationsPage list = console.list();
        assertThat(list.language()).isEqualTo("ko");
        assertThat(list.title()).isEqualTo(console.entry()).containsPattern("[가-힣]");
        assertThat(list.text()).doesNotContain("Create app integration", "Last used", "Web application");
        SettingsTab settings = list.open("Weekly report");
        settings.value("name");
        settings.write("name", "");
        assertThat(settings.unsaved()).containsPattern("[가-힣]");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void pageGoesFromRightToLeftWhereTheLanguageDoes() {
        speak("ar");
        ApplicationsPage list = console.list();
        list.applications();

        assertThat(list.direction()).isEqualTo("rtl");
        assertThat(list.createIsLeftOfTitle()).isTrue();
        assertThat(browser.barriers()).isEmpty();
        browser.sized(320, 700).reload();
        assertThat(new ApplicationsPage(browser).fits()).isTrue();
    }

    private void assertNoBarrier(String where) {
        assertThat(browser.barriers()).as(where).isEmpty();
    }

    private void assertFits(String where) {
        assertThat(browser.scrollsSideways()).as(where).isFalse();
    }

    /** Another language of the administrator's, in a console that is loaded anew. */
    private void speak(String language) {
        realm.realm().users().change(console.user(), user -> user.withObject("/attributes")
                .putPOJO("locale", List.of(language)));
    }
}
