package org.workfrontoauth2.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Walkthrough;

/** The image, in production mode with PostgreSQL. */
@EnabledIf("dockerAnswers")
class ContainersIT {

    private static final long FIVE_MEGABYTES = 5_000_000;

    private static Stack stack;

    static boolean dockerAnswers() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if (!answers) {
            System.out.println("No Docker answers: the container tests are skipped.");
        }
        return answers;
    }

    @BeforeAll
    static void start() {
        stack = Stack.start(Image.build());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    /** The code flow, the refresh, the exchange of a JWT and what else {@code demo.sh --check} walks. */
    @Test
    void everyStepOfTheWalkHolds() {
        assertThat(Walkthrough.walk(stack.port(), System.out)).isTrue();
    }

    @Test
    void grantsOutliveTheContainer() {
        Answer before = WebApplication.at(stack.port()).grant();

        stack.replaceKeycloak();

        WebApplication after = WebApplication.at(stack.port());
        assertThat(after.api().accepts(before.member("access_token"))).isTrue();
        Answer refreshed = after.client().refresh(before.member("refresh_token"));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(after.api().accepts(refreshed.member("access_token"))).isTrue();
    }

    @Test
    void theServerIsNotRoot() throws IOException, InterruptedException {
        assertThat(stack.keycloak().execInContainer("id", "-u").getStdout().strip())
                .matches("[1-9]\\d*");
    }

    @Test
    void nothingForTestsIsInTheImage() throws IOException, InterruptedException {
        assertThat(stack.keycloak()
                        .execInContainer("ls", "/opt/keycloak/providers")
                        .getStdout())
                .contains("keycloak-workfront-oauth2.jar")
                .doesNotContain("clock");
        assertThat(stack.keycloak()
                        .execInContainer("ls", "/opt/keycloak/testing")
                        .getExitCode())
                .isNotZero();
    }

    @Test
    void theImageAddsLessThanFiveMegabytes() {
        assertThat(Image.added()).isBetween(1L, FIVE_MEGABYTES);
    }
}
