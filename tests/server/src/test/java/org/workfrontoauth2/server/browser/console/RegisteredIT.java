package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** The page of registered applications. */
@RunsOn
@InABrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisteredIT {

    private static final String TV = "{\"model\": \"TV 5th Gen\", \"osName\": \"tvOS\", \"manufacturer\": \"Acme\"}";
    private static final String STICK =
            "{\"model\": \"Stick\", \"osName\": \"Roku OS\", \"primaryHardwareType\": \"SetTopBox\"}";

    private final KeycloakServer keycloak;
    private final Browser browser;
    private final OwnRealm realm;
    private final Registered registered;

    @TempDir
    private Path folder;

    RegisteredIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
        this.realm = OwnRealm.served(keycloak);
        this.registered = new Registered(realm);
    }

    @BeforeAll
    void speakTwoLanguages() {
        registered.switchOn();
        realm.realm().change(all -> all.put("internationalizationEnabled", true)
                .putPOJO("supportedLocales", List.of("en", "ko")));
    }

    @AfterEach
    void speakEnglish() {
        speak("en");
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @Test
    void deviceIsTriedFromTheSwitchToTheRevocation() throws IOException {
        try (OwnRealm fresh = OwnRealm.served(keycloak)) {
            Terminal terminal = new Terminal(folder);
            browser.downloadingTo(folder);
            Console console = console(OwnRealm.OWNER, fresh);
            console.list();
            RegisteredList list = console.followRegisteredEntry();
            assertThat(list.title()).isEqualTo(console.registeredEntry()).isEqualTo("Registered applications");
            list.switchOn();
            list.awaitEmpty();
            RegisteredCreation creation = list.create();
            assertThat(creation.value("scopes")).isEqualTo("api:client:v2");
            RegisteredTabs tabs = creation.write("name", "Living Room")
                    .write("platforms", "tvOS\nRoku OS")
                    .create();
            JsonNode created = new Registered(fresh).all().get(0);
            assertThat(created.get("platforms").toString()).isEqualTo("[\"tvOS\",\"Roku OS\"]");
            String id = created.get("id").asText();
            assertThat(tabs.statement()).isEqualTo(new Registered(fresh).statement(id));
            tabs.downloadStatement();
            assertThat(Files.readString(browser.await(any -> downloaded("software-statement-Living_Room.jwt"))))
                    .isEqualTo(tabs.statement());

            tabs = tabs.toTrial();
            String register = tabs.registerCommand();
            JsonNode client = terminal.run(register);
            tabs.registered(client.toString());
            JsonNode token = terminal.run(tabs.tokenCommand());
            tabs.issued(token.toString());
            tabs.asApi("acme-api", "acme-api-secret");
            String introspect = tabs.introspectCommand();
            JsonNode state = terminal.run(introspect);
            assertThat(state.get("active").asBoolean()).isTrue();
            assertThat(state.get("client_id")).isEqualTo(client.get("client_id"));
            assertThat(state.get("software_id").asText()).isEqualTo(id);
            String validate = tabs.validateCommand();
            assertThat(terminal.run(validate).get("active").asBoolean()).isTrue();
            assertThat(terminal.run(tabs.scopesCommand()).get("scopes").toString())
                    .isEqualTo("[\"api:client:v2\"]");

            tabs = tabs.toClients();
            assertThat(tabs.devices())
                    .singleElement()
                    .asString()
                    .contains("Try it", client.get("client_id").asText());
            Question revocation = tabs.revoke();
            assertThat(revocation.text()).contains("its 1 client stop");
            revocation.type("Living Roo");
            assertThat(revocation.allowsToConfirm()).isFalse();
            revocation.type("Living Room");
            revocation.confirm();
            tabs.awaitRevoked();
            assertThat(terminal.run(register).get("error").asText()).isEqualTo("unapproved_software_statement");
            assertThat(terminal.run(introspect).get("active").asBoolean()).isFalse();
            assertThat(terminal.run(validate).get("error").asText())
                    .isEqualTo("invalid_access_token_client_application");
            assertThat(tabs.toList().applications()).containsExactly("Living Room Revoked");
        }
    }

    private Path downloaded(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? file : null;
    }

    @Test
    void clientsAreFoundAndDeleted() {
        String id = registered.create("Den");
        registered.device(id, TV);
        registered.device(id, STICK);
        RegisteredTabs clients = console(OwnRealm.MANAGER, realm).registered(id).toClients();
        clients.awaitClients("1–2 of 2");

        clients.search("roku");
        clients.awaitClients("1–1 of 1");
        assertThat(clients.devices()).singleElement().asString().contains("Stick");
        clients.search("nobody");
        clients.awaitNoneFound();
        clients.clear();
        clients.awaitClients("1–2 of 2");
        clients.delete("Acme TV 5th Gen").confirm();
        clients.awaitClients("1–1 of 1");
        clients.awaitFocusOnDeletionOf("Stick");

        assertThat(registered.get(id).get("clients").asInt()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseHasSavedIsNotLost() {
        String id = registered.create("Kitchen");
        RegisteredTabs settings = console(OwnRealm.MANAGER, realm).registered(id);
        settings.write("version", "2.0");
        registered.change(id, Map.of("scopes", List.of("a", "b")));

        settings.save();

        assertThat(settings.conflict()).contains("Scopes: a, b");
        assertThat(browser.barriers()).isEmpty();
        settings.keepMine();
        settings.save();
        Notice.await(browser, "Kitchen was saved");
        assertThat(registered.get(id).get("version").asText()).isEqualTo("2.0");
        assertThat(registered.get(id).get("scopes").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void viewerSeesEverythingAndChangesNothing() {
        String id = registered.create("Attic");
        registered.device(id, TV);
        Console console = console(OwnRealm.VIEWER, realm);

        assertThat(console.registered().allowsToCreate()).isFalse();
        RegisteredTabs tabs = console.registered(id);

        assertThat(tabs.readOnly()).contains("manage-clients");
        assertThat(List.of("name", "scopes", "revoke", "delete-application")).noneMatch(tabs::allows);
        assertThat(browser.barriers()).isEmpty();
        RegisteredTabs statement = tabs.toStatement();
        assertThat(statement.statement()).isEqualTo(registered.statement(id));
        RegisteredTabs clients = statement.toClients();
        assertThat(clients.devices()).hasSize(1);
        assertThat(List.of("delete-client", "delete-all")).noneMatch(clients::allows);
    }

    @Test
    void pagesAndDialogsHaveNoBarrier() {
        String id = registered.create("Cinema");
        registered.device(id, TV);
        String old = registered.create("Old cinema");
        registered.revoke(old);
        RegisteredList list = console(OwnRealm.MANAGER, realm).registered();
        list.applications();
        assertNoBarrier("list");
        RegisteredCreation creation = list.create();
        creation.write("redirectDomains", "https://app.example/").send();
        assertNoBarrier("creation");
        creation.cancel();
        Question.leaving(browser).confirm();
        RegisteredTabs tabs = new RegisteredList(browser).open("Cinema");
        assertNoBarrier("settings");
        tabs = tabs.toStatement();
        assertNoBarrier("statement");
        tabs = tabs.toTrial();
        assertNoBarrier("trial");
        tabs = tabs.toClients();
        tabs.devices();
        assertNoBarrier("clients");
        Question deletion = tabs.deleteAllClients();
        assertNoBarrier("deletion of all clients");
        deletion.cancel();
        tabs.search("nobody");
        tabs.awaitNoneFound();
        assertNoBarrier("nobody found");
        Question revocation = tabs.revoke();
        assertNoBarrier("revocation");
        revocation.cancel();
        assertThat(tabs.toList().open("Old cinema").readOnly()).contains("revoked permanently");
        assertNoBarrier("a revoked one");
    }

    @Test
    void nothingStandsOutOfANarrowWindow() {
        String id = registered.create("Cinema".repeat(40));
        registered.device(id, "{\"model\": \"" + "TV".repeat(50) + "\", \"osName\": \"tvOS\"}");
        browser.sized(320, 700);
        Console console = console(OwnRealm.MANAGER, realm);
        console.registered().applications();
        assertFits("list");
        RegisteredTabs tabs = console.registered(id);
        assertFits("settings");
        tabs = tabs.toStatement();
        assertFits("statement");
        tabs = tabs.toClients();
        tabs.devices();
        assertFits("clients");
        tabs.toTrial();
        assertFits("trial");
        console.open("new-registered-application");
        new RegisteredCreation(browser).value("scopes");
        assertFits("creation");
        browser.sized(1280, 800);
    }

    @Test
    void nextPageIsReachedInANarrowWindow() {
        try (OwnRealm fresh = OwnRealm.served(keycloak)) {
            Registered many = new Registered(fresh);
            many.switchOn();
            for (int i = 0; i < 11; i++) {
                many.create("Hall " + i);
            }
            browser.sized(320, 700);
            RegisteredList list = console(OwnRealm.MANAGER, fresh).registered();
            list.awaitRange("1–10 of 11");

            list.turn("next");

            list.awaitRange("11–11 of 11");
            assertThat(list.applications()).hasSize(1);
            assertFits("pages");
            assertThat(list.barriers()).isEmpty();
        } finally {
            browser.sized(1280, 800);
        }
    }

    @Test
    void keyboardCreatesRevokesAndDeletes() {
        console(OwnRealm.MANAGER, realm).open("new-registered-application");
        Keyboard.onPage(browser, "new-registered-application")
                .awaitBegin()
                .type("name", "Garden")
                .type("customSchemes", "garden")
                .press("create");
        Keyboard page = Keyboard.onPage(browser, "registered-application-statement")
                .awaitBegin()
                .press("software-statement-copy")
                .press("revoke");
        Keyboard.inDialog(browser, "revoke-dialog")
                .awaitInside()
                .type("typed", "Garden")
                .press("confirm");
        page.awaitBegin().press("delete-application");
        Keyboard.inDialog(browser, "delete-dialog")
                .awaitInside()
                .type("typed", "Garden")
                .press("confirm");
        Keyboard.onPage(browser, "registered-applications").awaitBegin();

        assertThat(registered.all().findValuesAsText("name")).doesNotContain("Garden");
    }

    @Test
    void pageSpeaksKorean() {
        registered.create("Studio");
        speak("ko");
        Console console = console(OwnRealm.MANAGER, realm);
        RegisteredList list = console.registered();

        assertThat(list.language()).isEqualTo("ko");
        assertThat(list.title()).isEqualTo(console.registeredEntry()).containsPattern("[가-힣]");
        assertThat(list.text()).doesNotContain("Registered", "Clients", "Created");
        list.open("Studio").toTrial();
        assertNoBarrier("trial");
    }

    private Console console(String user, OwnRealm of) {
        return Console.of(browser, keycloak, of.name(), of.realm().users().find(user));
    }

    private void speak(String language) {
        realm.realm().users().change(realm.realm().users().find(OwnRealm.MANAGER), user -> user.withObject(
                        "/attributes")
                .putPOJO("locale", List.of(language)));
    }

    private void assertNoBarrier(String where) {
        assertThat(browser.barriers()).as(where).isEmpty();
    }

    private void assertFits(String where) {
        assertThat(browser.scrollsSideways()).as(where).isFalse();
    }
}
