package org.workfrontoauth2.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.WaitingConsumer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.workfrontoauth2.testing.Setup;
import org.workfrontoauth2.testing.Workfront;
import org.workfrontoauth2.testing.WorkfrontContainer;

/** The image for tests, and the class that runs it. */
@EnabledIf("org.workfrontoauth2.containers.ContainersIT#dockerAnswers")
class ImageForTestsIT {

    private static final int PATIENCE = 20;

    private static WorkfrontContainer container;
    private static Workfront workfront;

    @BeforeAll
    static void start() {
        Image.build();
        String image = Image.buildForTests();
        long began = System.nanoTime();
        container = new WorkfrontContainer(
                image, Setup.withUsers("alice").webApplication("report", "https://report.example/callback"));
        container.start();
        workfront = container.workfront();
        workfront.sessionId("report", "alice");
        System.out.println("From the image to a session ID: "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " seconds");
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @AfterEach
    void resetTime() {
        container.resetTime();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page", "machine", "report"})
    void everyApplicationHasSessionIds(String clientId) {
        String sessionId = workfront.sessionId(clientId, "alice");

        assertThat(workfront.introspect(sessionId).path("client_id").asText()).isEqualTo(clientId);
    }

    @Test
    void timeMovesAndGoesBack() {
        String sessionId = workfront.sessionId("alice");

        workfront.move(Duration.ofMinutes(61));
        assertThat(workfront.isValid(sessionId)).isFalse();
        assertThat(workfront.isValid(workfront.sessionId("machine", "alice"))).isTrue();

        container.resetTime();
        assertThat(workfront.isValid(sessionId)).isTrue();
    }

    @Test
    void nobodyOutsideMovesItsTime() throws IOException, InterruptedException {
        URI clock = URI.create(container.getAuthServerUrl() + "/realms/master/test-clock?offset=60");

        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(clock)
                                        .PUT(BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theServerIsNotRoot() throws IOException, InterruptedException {
        assertThat(container.execInContainer("id", "-u").getStdout().strip()).isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                           | This image is for tests. Set WORKFRONT_TEST_SETUP, for example to
            {"users": [{"user": "bob"}]} | WORKFRONT_TEST_SETUP: There is no member user in a user.
            """)
    void withoutASetupNothingStarts(String text, String sentence) throws TimeoutException {
        WaitingConsumer said = new WaitingConsumer();
        try (GenericContainer<?> refusing = new GenericContainer<>(Image.FOR_TESTS)
                .withEnv("WORKFRONT_TEST_SETUP", text)
                .withLogConsumer(said)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy())) {
            assertThatThrownBy(refusing::start).isInstanceOf(ContainerLaunchException.class);
        }
        said.waitUntil(line -> line.getUtf8String().contains(sentence), PATIENCE, TimeUnit.SECONDS);
    }
}
