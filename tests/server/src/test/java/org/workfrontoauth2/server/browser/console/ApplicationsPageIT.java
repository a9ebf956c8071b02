package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** The list of applications, and what an administrator ends from there: grants, and applications themselves. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsPageIT {

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final OwnRealm realm;
    private final Applications applications;
    private final Console console;

    ApplicationsPageIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.realm = own.realm();
        this.applications = own.applications();
        this.console = own.console();
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
        String unused = own.create("machine-to-machine");
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
        own.create("web");
        Question question = console.list().open("Some web").tabs().delete();
        assertThat(question.allowsToConfirm()).isFalse();
        question.type("Some");
        assertThat(question.allowsToConfirm()).isFalse();
        question.type("Some web");
        question.send();
        Notice.await(browser, "Some web was deleted");

        new ApplicationsPage(browser).awaitEmpty();
        assertThat(applications.list().get("applications")).isEmpty();
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
}
