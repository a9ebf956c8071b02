package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;

/** Decision 0034: what ends on a node is answered there from memory no longer, whichever way it has ended. */
@RunsOn
class OutdatedAnswersIT {

    private static final String NAME = "fleeting";

    private final KeycloakServer keycloak;

    OutdatedAnswersIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    private Realm create() {
        Realm realm = Tenant.create(keycloak, NAME).realm();
        realm.change(settings -> settings.withObject("/attributes").put("workfront.verify.cache.seconds", "60"));
        return realm;
    }

    private Workfront workfront() {
        return Workfront.on(keycloak, NAME + ".my.localhost", NAME);
    }

    private Tokens remembered(Realm realm, Application application) {
        Visitor visitor =
                new Visitor(realm.users().create(), new Browser(workfront().server()));
        Tokens tokens = visitor.grant(workfront(), application);
        assertThat(workfront().verified(tokens.sessionId())).isTrue();
        return tokens;
    }

    /** And its name may be somebody else's in the same minute. */
    @Test
    void aDeletedRealmHasNoSessions() {
        Realm realm = create();
        Tokens tokens = remembered(realm, Acme.WEB);

        realm.delete();

        Answers.assertThat(workfront().verify("sessionID", tokens.sessionId())).hasStatus(404);
        Realm next = create();
        try {
            Answers.assertThat(workfront().verify("sessionID", tokens.sessionId()))
                    .isNotLoggedIn();
        } finally {
            next.delete();
        }
    }

    /** That endpoint has no administrators' events. */
    @Test
    void anApplicationThatIsDisabledOrDeletedWhereClientsRegisterHasNone() {
        Realm realm = create();
        try {
            Tokens web = remembered(realm, Acme.WEB);
            Caller registrations = registrations("acme-web");
            ObjectNode client = (ObjectNode) registrations.get("").body();
            Answer disabled = registrations.put("", client.put("enabled", false));
            assertThat(disabled.status()).as(disabled.toString()).isEqualTo(200);
            assertThat(workfront().verified(web.sessionId())).isFalse();

            Tokens singlePage = remembered(realm, Acme.SINGLE_PAGE);
            Answer deleted = registrations("acme-spa").delete("");
            assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
            assertThat(workfront().verified(singlePage.sessionId())).isFalse();
        } finally {
            realm.delete();
        }
    }

    private Caller registrations(String clientId) {
        return new Caller(
                workfront().server(),
                keycloak.base() + "/realms/" + NAME + "/clients-registrations/default/" + clientId,
                Tenant.of(keycloak, NAME).administrator().token());
    }
}
