package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.administration.FineGrained;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Application;

/** Who sees and may do what, in which realm; what they are shown instead has no barrier. */
@RunsOn
@InABrowser
class RolesIT {

    private final KeycloakServer keycloak;
    private final Browser browser;

    RolesIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    @Test
    void viewerSeesEverythingAndChangesNothing() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Application application = realm.applications().createForUsers("web");
            String machine = realm.applications()
                    .create("machine-to-machine")
                    .get("clientId")
                    .asText();
            new Person(realm, OwnRealm.USER).allow(application);
            Console console = as(OwnRealm.VIEWER, realm);

            ApplicationsPage list = console.list();
            assertThat(list.places()).isEqualTo("2 of 10");
            assertThat(list.allowsToCreate()).isFalse();
            assertThat(list.whyNot()).contains("manage-clients");
            assertNoBarrier("list");
            SettingsTab settings = list.open("For users");
            assertThat(settings.isReadOnly()).isTrue();
            assertThat(settings.tabs().allowsToDelete()).isFalse();
            assertNoBarrier("settings");
            CredentialsTab credentials = settings.tabs().credentials();
            assertThat(credentials.allowsToAddSecret()).isFalse();
            assertThat(credentials.allowsToDeleteSecrets()).isFalse();
            assertNoBarrier("credentials");
            GrantsTab grants = credentials.tabs().grants();
            assertThat(grants.users()).containsExactly(OwnRealm.USER);
            assertThat(grants.allowsToEnd()).isFalse();
            assertNoBarrier("grants");
            assertThat(console.credentials(machine).allowsToAddKeys()).isFalse();
            console.open("new-oauth2-application");
            assertThat(new CreationPage(browser).whyNot()).contains("manage-clients");
            assertNoBarrier("creation");
        }
    }

    @Test
    void whoHasAPermissionForOneApplicationSeesAndChangesThatOne() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            String theirs = realm.applications().create("web").get("clientId").asText();
            realm.applications().create("single-page");
            FineGrained.in(realm).allow(OwnRealm.QUERIER, theirs);
            Console console = as(OwnRealm.QUERIER, realm);

            ApplicationsPage list = console.list();
            assertThat(list.applications()).containsExactly("Some web: Web application");
            assertThat(list.places()).isEqualTo("2 of 10");
            assertThat(list.hidden()).contains("1 application in this realm is hidden");
            SettingsTab settings = list.open("Some web");
            settings.write("name", "Mine");
            settings.save();
            Notice.await(browser, "Mine was saved");

            assertThat(realm.applications().get(theirs).get("name").asText()).isEqualTo("Mine");
        }
    }

    @Test
    void fullRealmSaysWhyNothingCanBeCreated() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Applications applications = realm.applications();
            for (int i = 0; i < 10; i++) {
                applications.create("machine-to-machine");
            }
            Console console = as(OwnRealm.MANAGER, realm);

            ApplicationsPage list = console.list();
            assertThat(list.places()).isEqualTo("10 of 10");
            assertThat(list.allowsToCreate()).isFalse();
            assertThat(list.whyNot()).contains("its limit of 10 applications");
            assertNoBarrier("list");
            console.open("new-oauth2-application");

            assertThat(new CreationPage(browser).whyNot()).contains("its limit of 10 applications");
            assertNoBarrier("creation");
        }
    }

    @Test
    void ordinaryRealmIsSwitchedOnByWhoMayConfigureIt() {
        try (OwnRealm realm = OwnRealm.ordinary(keycloak)) {
            ApplicationsPage seen = as(OwnRealm.MANAGER, realm).list();
            assertThat(seen.switchedOff()).contains("switched off in " + realm.name(), "manage-realm");
            assertThat(seen.offersToSwitchOn()).isFalse();
            assertNoBarrier("who may not");
            browser.forget();

            ApplicationsPage list = as(OwnRealm.OWNER, realm).list();
            list.switchedOff();
            assertNoBarrier("who may");
            list.switchOn();
            list.awaitEmpty();

            assertThat(list.places()).isEqualTo("0 of 10");
            assertThat(list.allowsToCreate()).isTrue();
        }
    }

    @Test
    void serversOwnRealmIsNeverSwitchedOn() {
        Console console = new Console(browser, keycloak, "master", "master", new User("", "admin"));
        ApplicationsPage list = console.list();

        assertThat(list.isNeverServed()).isTrue();
        assertThat(list.offersToSwitchOn()).isFalse();
        // Around it the console has one of its own in this realm.
        assertThat(list.barriers()).isEmpty();
    }

    @Test
    void serversAdministratorAdministersEveryRealmAndNamesWhoseKeyItIs() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            String clientId = realm.applications()
                    .create("machine-to-machine")
                    .get("clientId")
                    .asText();
            User administrator = new User("", "admin");
            Console console = new Console(browser, keycloak, "master", realm.name(), administrator);

            CredentialsTab credentials =
                    console.list().open("Some machine-to-machine").tabs().credentials();
            NewKeyDialog dialog = credentials.generate();
            assertThat(dialog.allowsToConfirm()).isFalse();
            dialog.owner("nobody");
            assertThat(dialog.refused()).startsWith("The server says:");
            dialog.owner(OwnRealm.USER);
            dialog.confirm();
            assertThat(credentials.keyOwners()).containsExactly(OwnRealm.USER);

            assertThat(realm.applications().get(clientId).get("publicKeys")).hasSize(1);
            browser.reload();
            assertThat(new CredentialsTab(browser).keyOwners()).containsExactly(OwnRealm.USER);
            assertThat(console.asksForLogin()).isFalse();
            assertThat(browser.address())
                    .isEqualTo(console.address("oauth2-applications/" + clientId + "/credentials"));
        }
    }

    private void assertNoBarrier(String where) {
        assertThat(browser.barriers()).as(where).isEmpty();
    }

    private Console as(String user, OwnRealm realm) {
        return Console.of(browser, keycloak, realm.name(), realm.realm().users().find(user));
    }
}
