package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** Each program of {@code examples}, run against the demo's realm as its first lines say. */
@RunsOn
class ExamplesIT {

    private static final String LOGGED_OUT = "logged out";

    private final Demo demo;

    @TempDir
    private Path folder;

    ExamplesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @Test
    void curlScript() {
        try (Program curl = Program.start("", demo.environment(), List.of("examples/curl.sh"))) {
            curl.type(demo.alice().allow(curl.address()));

            assertThat(curl.finish(0))
                    .contains("code for the organisation acme, lane my", "belongs to alice", "refreshed", LOGGED_OUT);
        }
    }

    /** curl finds every name that ends in localhost, whatever the resolver knows. */
    @Test
    void curlScriptOnAnOrganisationsHost() {
        try (Program curl = Program.start("", Map.of("WORKFRONT_URL", demo.hostUrl()), List.of("examples/curl.sh"))) {
            curl.type(demo.alice().allow(curl.address()));

            assertThat(curl.finish(0)).contains(LOGGED_OUT);
        }
    }

    @Test
    void curlScriptRefusesTheAnswerToAnotherRequest() {
        try (Program curl = Program.start("", demo.environment(), List.of("examples/curl.sh"))) {
            curl.type(demo.alice().allow(curl.address()).replaceFirst("state=[^&]*", "state=another"));

            assertThat(curl.finish(1)).contains("state differs");
        }
    }

    /** The first run makes the key, the second one uses it. */
    @ParameterizedTest
    @ValueSource(strings = {"examples/machine.sh", "python3 examples/jwt_exchange.py"})
    void machine(String command) {
        Map<String, String> environment = withKey("key.pem");

        String first = Program.run("", environment, words(command));
        String second = Program.run("", environment, words(command));

        assertThat(first).contains("made ", "belongs to avery", LOGGED_OUT);
        assertThat(second).doesNotContain("made ").contains("belongs to avery", LOGGED_OUT);
    }

    @Test
    void machinesShareAKey() {
        Program.run("", withKey("shared.pem"), List.of("examples/machine.sh"));

        assertThat(Program.run("", withKey("shared.pem"), List.of("python3", "examples/jwt_exchange.py")))
                .doesNotContain("made ")
                .contains(LOGGED_OUT);
    }

    /** As after {@code ./demo.sh --fresh}. */
    @ParameterizedTest
    @ValueSource(strings = {"examples/machine.sh", "python3 examples/jwt_exchange.py"})
    void machineSaysWhatToDoIfTheDemoDoesNotKnowItsKey(String command) throws Exception {
        Path key = folder.resolve("stranger.pem");
        Program.run("", Map.of(), List.of("openssl", "genpkey", "-algorithm", "RSA", "-out", key.toString()));
        Files.writeString(key, "wid: 0123456789abcdef0123456789abcdef\n" + Files.readString(key));

        try (Program machine = Program.start("", withKey("stranger.pem"), words(command))) {
            assertThat(machine.finish(1)).contains("invalid_grant", "delete " + key + " and run this again");
        }
    }

    private Map<String, String> withKey(String name) {
        Map<String, String> environment = new HashMap<>(demo.environment());
        environment.put("WORKFRONT_KEY", folder.resolve(name).toString());
        return environment;
    }

    @Test
    void workfrontClient() {
        Visits.needCallbackPort();
        try (Program client = Program.start("", demo.environment(), words("node examples/workfront-client.mjs"))) {
            HttpResponse<String> page = new Visits().open(demo.alice().allow(client.address()));

            assertThat(page.body()).contains("Back at the application");
            assertThat(client.finish(0))
                    .contains("code for the organisation acme, lane my", "belongs to alice", "refreshed", LOGGED_OUT);
        }
    }

    @Test
    void workfrontClientThatIsDenied() {
        Visits.needCallbackPort();
        try (Program client = Program.start("", demo.environment(), words("node examples/workfront-client.mjs"))) {
            new Visits().open(demo.alice().deny(client.address() + "&prompt=consent"));

            assertThat(client.finish(1)).contains("the answer is access_denied");
        }
    }

    @Test
    void openidClient() {
        Visits.needCallbackPort();
        Program.run("examples/openid-client", Map.of(), words("npm ci --no-audit --no-fund"));

        try (Program client = Program.start(
                "examples/openid-client", demo.environment(standardApplication()), words("node login.mjs"))) {
            new Visits().open(demo.alice().allow(client.address()));

            assertThat(client.finish(0)).contains("belongs to alice", "refreshed", LOGGED_OUT);
        }
    }

    /** Without the tokens that the refused answer holds. */
    @Test
    void openidClientSaysWhatTheDemosApplicationLacks() {
        Visits.needCallbackPort();
        Program.run("examples/openid-client", Map.of(), words("npm ci --no-audit --no-fund"));

        try (Program client = Program.start(
                "examples/openid-client", demo.environment(demo.workfrontClient()), words("node login.mjs"))) {
            new Visits().open(demo.alice().allow(client.address()));

            assertThat(client.finish(1)).contains("standard-application.sh").doesNotContain("access_token");
        }
    }

    @Test
    void openidClientSaysWhatIsMissing() {
        Program.run("examples/openid-client", Map.of(), words("npm ci --no-audit --no-fund"));

        try (Program client = Program.start("examples/openid-client", demo.environment(), words("node login.mjs"))) {
            assertThat(client.finish(1)).contains("WORKFRONT_CLIENT_ID or WORKFRONT_CLIENT_SECRET is not set");
        }
        assertThat(Program.run("examples/openid-client", Map.of(), words("node login.mjs --help")))
                .contains("usage: ", "WORKFRONT_URL");
    }

    /** What the client is sent to shows what the API says. */
    @Test
    void springClientCallsSpringApi() {
        Visits.needCallbackPort();
        int port = 8081;
        try (Program api = Program.start("", demo.environment(), maven("spring-resource-server"));
                Program client = Program.start("", demo.environment(standardApplication()), maven("spring-client"))) {
            api.await("Started ApiApplication");
            client.await("Started ClientApplication");

            Visits browser = new Visits();
            String back = demo.alice().allow(browser.redirect("http://localhost:9999/"));
            HttpResponse<String> page = browser.open(browser.redirect(back));

            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(Demo.json(page.body()).at("/data/username").asText()).isEqualTo("alice");
            assertThat(Demo.json(page.body()).at("/data/domain").asText()).isEqualTo("acme");

            for (String[] header :
                    new String[][] {{}, {"sessionID", "invented"}, {"Authorization", "Bearer invented"}}) {
                HttpResponse<String> refused = browser.open("http://localhost:" + port + "/me", header);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(Demo.json(refused.body()).at("/error/message").asText())
                        .isEqualTo("You are not currently logged in.");
            }
        }
    }

    private static List<String> maven(String example) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-q",
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-f",
                "examples/" + example,
                "spring-boot:run"));
        if ("offline=true".equals(System.getProperty("maven.offline"))) {
            command.add("-o");
        }
        return command;
    }

    @Test
    void standardApplicationReplacesTheOneOfAnEarlierRun() {
        Demo.Client earlier = standardApplication();
        Demo.Client later = standardApplication();

        assertThat(later.id()).isNotEqualTo(earlier.id());
        assertThat(demo.applicationsCalled("Example with standard responses")).isEqualTo(1);
    }

    /** What a shell would have in its environment after {@code eval}. */
    private Demo.Client standardApplication() {
        String said = Program.run("", demo.environment(), List.of("examples/standard-application.sh"));
        Matcher exports = Pattern.compile(
                        "export WORKFRONT_CLIENT_ID=([\\w-]+)\nexport WORKFRONT_CLIENT_SECRET=([\\w-]+)\n")
                .matcher(said);
        assertThat(exports.matches()).as(said).isTrue();
        return new Demo.Client(exports.group(1), exports.group(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/curl.sh",
                "examples/machine.sh",
                "examples/standard-application.sh",
                "python3 examples/jwt_exchange.py",
                "node examples/workfront-client.mjs",
            })
    void commandHasHelp(String command) {
        assertThat(Program.run("", Map.of(), words(command + " --help")))
                .contains("usage: ", "WORKFRONT_URL", "http://localhost:8080/realms/acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/curl.sh",
                "examples/machine.sh",
                "examples/standard-application.sh",
                "python3 examples/jwt_exchange.py",
            })
    void commandSaysThatTheServerDoesNotAnswer(String command) {
        Map<String, String> environment = withKey("none.pem");
        environment.put("WORKFRONT_URL", "http://localhost:1/realms/acme");

        try (Program program = Program.start("", environment, words(command))) {
            assertThat(program.finish(1)).contains("Is ./demo.sh running?").doesNotContain("Traceback");
        }
    }

    private static List<String> words(String command) {
        return List.of(command.split(" "));
    }
}
