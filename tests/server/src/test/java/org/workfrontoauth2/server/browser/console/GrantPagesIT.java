package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.administration.Person;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** Grants are shown page by page. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantPagesIT {

    @RegisterExtension
    private final OwnConsole own;

    GrantPagesIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
    }

    @Test
    void theLastGrantOfAPageLeadsToThePageBefore() {
        Application application = own.applications().createForUsers("web");
        for (int i = 0; i < 11; i++) {
            new Person(own.realm(), OwnRealm.USER).allow(application);
        }

        GrantsTab grants =
                own.console().application(application.clientId()).tabs().grants();
        grants.awaitRange("1–10 of 11");
        assertThat(grants.users()).hasSize(10);
        assertThat(grants.allowsToTurn("previous")).isFalse();
        grants.turn("next");
        grants.awaitRange("11–11 of 11");
        assertThat(grants.users()).hasSize(1);
        assertThat(grants.allowsToTurn("next")).isFalse();

        grants.end(OwnRealm.USER).confirm();

        grants.awaitRange("1–10 of 10");
        assertThat(grants.users()).hasSize(10);
        Question all = grants.endAll();
        assertThat(all.text()).contains("10 grants");
        all.confirm();
        grants.awaitNone();
    }
}
