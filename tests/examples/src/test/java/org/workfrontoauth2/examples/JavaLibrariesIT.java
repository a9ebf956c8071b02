package org.workfrontoauth2.examples;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** Libraries from Maven Central do what {@code docs/clients.md} says. */
@RunsOn
class JavaLibrariesIT {

    private final Demo demo;
    private Demo.Client standard;

    JavaLibrariesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @AfterEach
    void delete() {
        if (standard != null) {
            demo.delete(standard);
        }
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                        new SpringSecurityProbe(),
                        new ResourceServerProbe(),
                        new NimbusProbe(),
                        new ScribeJavaProbe(),
                        new Pac4jProbe(),
                        new GoogleProbe(),
                        new OltuProbe())
                .flatMap(probe -> Stream.of(Mode.values()).map(mode -> Arguments.of(probe, mode)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryDoesWhatThePageSays(Probe probe, Mode mode) {
        Demo.Client client = mode == Mode.STANDARD ? standard = demo.standardClient() : demo.workfrontClient();
        Trial trial = new Trial(demo, mode, client);
        Optional<String> failure = Optional.empty();
        try {
            probe.run(trial);
        } catch (Exception | AssertionError e) {
            failure = Optional.of(e.toString());
        }

        ClientsPage.says(probe.library(), JarVersion.of(probe.type()), mode, trial.steps(), failure);
    }
}
