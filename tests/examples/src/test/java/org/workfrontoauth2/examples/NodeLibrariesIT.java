package org.workfrontoauth2.examples;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** Libraries from npm do what {@code docs/clients.md} says. The probes are in {@code src/test/node}. */
@RunsOn
class NodeLibrariesIT {

    private final Demo demo;
    private Demo.Client standard;

    NodeLibrariesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @BeforeAll
    static void install() {
        Probes.NODE.install();
    }

    @AfterEach
    void delete() {
        if (standard != null) {
            demo.delete(standard);
        }
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                        "openid-client",
                        "oauth4webapi",
                        "oidc-client-ts",
                        "simple-oauth2",
                        "@badgateway/oauth2-client",
                        "passport-oauth2",
                        "client-oauth2",
                        "axios-oauth-client",
                        "arctic")
                .flatMap(library -> Stream.of(Mode.values()).map(mode -> Arguments.of(library, mode)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryDoesWhatThePageSays(String library, Mode mode) {
        Demo.Client client = mode == Mode.STANDARD ? standard = demo.standardClient() : demo.workfrontClient();

        Probed probed =
                Probed.by(Probes.NODE, library.replace("@", "").replace('/', '-'), demo, mode, client, Map.of());

        ClientsPage.says(library, Probes.NODE.version(library), mode, probed.steps(), probed.failure());
    }
}
