package org.workfrontoauth2.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** {@code docker/compose.yaml}, as Compose reads it. */
@EnabledIf("composeAnswers")
class ComposeIT {

    private static final Path FOLDER =
            Path.of(System.getProperty("root"), "docker").normalize();

    static boolean composeAnswers() {
        try {
            compose("version");
            return true;
        } catch (IOException e) {
            System.out.println("No Docker Compose answers: its tests are skipped.");
            return false;
        }
    }

    @Test
    void theGatewayStartsOnlyIfItIsAskedFor() throws IOException {
        assertThat(compose("config", "--services").lines()).containsExactlyInAnyOrder("database", "keycloak");
        assertThat(compose("--profile", "gateway", "config", "--services").lines())
                .containsExactlyInAnyOrder("api", "database", "gateway", "keycloak");
    }

    @Test
    void everyContainerIsReadOnlyAndGainsNothing() throws IOException {
        JsonNode services = new ObjectMapper()
                .readTree(compose("--profile", "gateway", "config", "--format", "json"))
                .path("services");

        assertThat(services).hasSize(4).allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop")).hasToString("[\"ALL\"]");
            assertThat(service.path("security_opt")).hasToString("[\"no-new-privileges:true\"]");
            assertThat(service.path("healthcheck").has("test")).isTrue();
        });
    }

    @Test
    void everyPortIsOnTheLoopback() throws IOException {
        JsonNode services = new ObjectMapper()
                .readTree(compose("--profile", "gateway", "config", "--format", "json"))
                .path("services");

        assertThat(services.findValues("ports")).hasSize(2).allSatisfy(ports -> assertThat(ports)
                .allSatisfy(port -> assertThat(port.path("host_ip").asText()).isEqualTo("127.0.0.1")));
    }

    private static String compose(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("COMPOSE_PROFILES");
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " failed");
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
