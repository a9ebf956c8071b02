package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
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
        return Organisations.create(keycloak, NAME, realm -> ((ObjectNode) realm.get("attributes"))
                .put("workfront.verify.cache.seconds", "60"));
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
}
