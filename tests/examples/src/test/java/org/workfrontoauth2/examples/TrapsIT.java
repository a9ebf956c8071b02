package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** The traps of {@code docs/clients.md}, and the ways out of them. */
@RunsOn
class TrapsIT {

    private final Demo demo;
    private Demo.Client standard;

    TrapsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @BeforeAll
    static void install() {
        Probes.NODE.install();
    }

    @BeforeEach
    void create() {
        standard = demo.standardClient();
    }

    @AfterEach
    void delete() {
        demo.delete(standard);
    }

    @Test
    void anotherIssuerIsRefusedUntilTheAnswerHasNone() {
        assertThat(probed("trap-iss", Mode.STANDARD).failure())
                .hasValueSatisfying(said -> assertThat(said).contains("iss"));

        demo.keycloak().realm().clients().change(standard.id(), client -> ((ObjectNode) client.get("attributes"))
                .put("exclude.issuer.from.auth.response", "true"));

        assertThat(probed("trap-iss", Mode.STANDARD).failure()).isEmpty();
    }

    @Test
    void httpIsRefusedEvenOnLoopback() {
        assertThat(probed("trap-http", Mode.STANDARD).failure())
                .hasValueSatisfying(said -> assertThat(said).contains("HTTPS"));
    }

    @Test
    void standardResponsesSayThatTheScopeIsNotOpenid() {
        assertThat(probed("trap-openid", Mode.STANDARD).failure()).isEmpty();
    }

    /** Workfront's answers have five members, and no scope. */
    @Test
    void withoutStandardResponsesABrowserLibraryMissesItsIdToken() {
        assertThat(probed("trap-openid", Mode.WORKFRONT).failure())
                .hasValueSatisfying(said -> assertThat(said).contains("Invalid token specified"));
    }

    @Test
    void withoutStandardResponsesTheTokenTypeIsRefused() {
        assertThat(probed("trap-openid-client", Mode.WORKFRONT).failure())
                .hasValueSatisfying(said -> assertThat(said).contains("token_type"));
    }

    private Probed probed(String probe, Mode mode) {
        return Probed.by(
                Probes.NODE, probe, demo, mode, mode == Mode.STANDARD ? standard : demo.workfrontClient(), Map.of());
    }
}
