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

/** Libraries for Python do what {@code docs/clients.md} says. The probes are in {@code src/test/python}. */
@RunsOn
class PythonLibrariesIT {

    private final Demo demo;
    private Demo.Client standard;

    PythonLibrariesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @BeforeAll
    static void install() {
        Probes.PYTHON.install();
    }

    @AfterEach
    void delete() {
        if (standard != null) {
            demo.delete(standard);
        }
    }

    static Stream<Arguments> libraries() {
        return Stream.of("requests-oauthlib", "authlib")
                .flatMap(library -> Stream.of(Mode.values()).map(mode -> Arguments.of(library, mode)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryDoesWhatThePageSays(String library, Mode mode) {
        Demo.Client client = mode == Mode.STANDARD ? standard = demo.standardClient() : demo.workfrontClient();

        Probed probed = Probed.by(Probes.PYTHON, library.replace('-', '_'), demo, mode, client, Map.of());

        ClientsPage.says(library, Probes.PYTHON.version(library), mode, probed.steps(), probed.failure());
    }
}
