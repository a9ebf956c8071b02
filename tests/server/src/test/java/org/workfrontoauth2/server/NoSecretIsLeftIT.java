package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Remains;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;

/**
 * After all other tests: no client secret, private key, code, session ID or refresh token of theirs is in a log, an event,
 * an admin event, an export or a column of a database.
 */
@RunsOn
@Order(Integer.MAX_VALUE)
class NoSecretIsLeftIT {

    private final Demo demo;

    NoSecretIsLeftIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @Test
    void nothingThatServersHandedOutIsKeptAnywhere(Remains remains) {
        Tokens tokens = Tokens.of(demo.workfront().redeem(Acme.WEB, demo.code(Acme.WEB)));
        assertThat(demo.workfront().alive(tokens.sessionId())).isTrue();

        assertThat(remains.counts()).containsKeys("session ID", "refresh token", "code");
        assertThat(remains.secrets()).isEmpty();
    }
}
