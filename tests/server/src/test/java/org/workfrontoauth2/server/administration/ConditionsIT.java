package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Whoever sends {@code If-Match} overwrites nobody else's change. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionsIT {

    private final OwnRealm realm;
    private final Applications applications;
    private String clientId;

    ConditionsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @BeforeEach
    void createApplication() {
        clientId = applications.create("web").get("clientId").asText();
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void theTagChangesWithTheApplicationAndOnlyThen() {
        String first = tag();
        String again = tag();
        applications.change(clientId, Map.of("name", "Other"));
        String changed = tag();
        applications.addSecret(clientId);

        assertThat(first).matches("\"[^\"]+\"").isEqualTo(again).isNotEqualTo(changed);
        assertThat(tag()).isNotIn(first, changed);
    }

    @Test
    void whatChangesNothingLeavesTheTagAlone() {
        String before = tag();

        applications.change(clientId, Map.of());
        applications.caller().delete("/" + clientId + "/logo");

        assertThat(tag()).isEqualTo(before);
        assertRefused(
                applications.caller().send("PATCH", "/" + clientId, Map.of(), "If-Match", "\"other\""),
                412,
                "conflict");
    }

    @Test
    void theTagStaysHoweverOftenTheApplicationIsUsed() {
        Application application = applications.createForUsers("web");
        String path = "/" + application.clientId();
        String before = tag(path);

        new Person(realm, OwnRealm.USER).allow(application);

        assertThat(applications.get(application.clientId()).get("activeGrants").asInt())
                .isEqualTo(1);
        assertThat(tag(path)).isEqualTo(before);
    }

    @Test
    void aChangeAnswersWithTheNewTag() {
        Answer answer = applications.caller().patch("/" + clientId, Map.of("name", "Other"));

        assertThat(answer.headers().all("ETag")).containsExactly(tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "*", "\"other\", %s"})
    void whoHasSeenTheCurrentStateMayChangeIt(String condition) {
        Answer answer = patch(condition.formatted(tag()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** A weak tag never matches: the comparison is the strong one (RFC 9110, 13.1.1). */
    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "W/%s", "\"\""})
    void whoHasNotMayNot(String condition) {
        assertRefused(patch(condition.formatted(tag())), 412, "conflict")
                .saying("Somebody else has changed this in the meantime. Read it again.");
        assertThat(applications.get(clientId).get("name").asText()).isNotEqualTo("Other");
    }

    @Test
    void aSecondChangeOfTheSameStateIsRefused() {
        String tag = tag();

        Answer first = patch(tag);
        Answer second = patch(tag);

        assertThat(first.status()).isEqualTo(200);
        assertRefused(second, 412, "conflict");
    }

    @Test
    void deletingKeepsToItToo() {
        String tag = tag();
        applications.change(clientId, Map.of("name", "Other"));

        Answer outdated = applications.caller().send("DELETE", "/" + clientId, null, "If-Match", tag);
        Answer current = applications.caller().send("DELETE", "/" + clientId, null, "If-Match", tag());

        assertRefused(outdated, 412, "conflict");
        assertThat(current.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /secrets",
        "DELETE, /secrets/%s",
        "POST, /public-keys",
        "POST, /key-pairs",
        "DELETE, /public-keys/unknown",
        "PUT, /logo",
        "DELETE, /logo",
        "DELETE, /grants",
        "DELETE, /grants/unknown"
    })
    void whatIsBelowTheApplicationKeepsToItToo(String method, String path) {
        if (path.contains("key")) {
            clientId = applications.create("machine-to-machine").get("clientId").asText();
        }
        String secret = applications.get(clientId).at("/secrets/0/id").asText();
        String below = "/" + clientId + path.formatted(secret);

        Object body = method.equals("POST") ? Map.of() : null;
        Answer outdated = applications.caller().send(method, below, body, "If-Match", "\"other\"");
        Answer current = applications.caller().send(method, below, body, "If-Match", tag());

        assertRefused(outdated, 412, "conflict");
        assertThat(current.status()).as(current.toString()).isNotEqualTo(412);
    }

    /** The sender of a body takes as long as it likes; others need not wait for it. */
    @Test
    void aBodyThatIsStillOnItsWayHoldsNobodyUp() throws Exception {
        Caller caller = applications.caller();
        String head = "PATCH " + URI.create(caller.base()).getPath() + "/" + clientId + " HTTP/1.1\r\nHost: "
                + URI.create(caller.base()).getAuthority() + "\r\n"
                + "Authorization: Bearer " + caller.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"name\":";
        try (Socket slow = new Socket("127.0.0.1", realm.keycloak().port())) {
            slow.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            slow.getOutputStream().flush();

            for (int i = 0; i < 3; i++) {
                assertThat(patch(tag()).status()).isEqualTo(200);
            }
            assertThat(caller.post("/" + clientId + "/secrets", null).status()).isEqualTo(201);

            slow.getOutputStream().write(" \"Slow\"   }".getBytes(StandardCharsets.UTF_8));
            slow.getOutputStream().flush();
            String line =
                    new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8)).readLine();
            assertThat(line).startsWith("HTTP/1.1 200");
        }
        assertThat(applications.get(clientId).get("name").asText()).isEqualTo("Slow");
    }

    @Test
    void answersBelowTheApplicationHaveItsTag() {
        Answer secret = applications.caller().post("/" + clientId + "/secrets", null);

        assertThat(secret.headers().all("ETag")).containsExactly(tag());
        assertThat(applications
                        .caller()
                        .get("/" + clientId + "/grants")
                        .headers()
                        .all("ETag"))
                .containsExactly(tag());
    }

    @Test
    void theListAndTheSettingsHaveTagsToo() {
        Caller settings = realm.as(OwnRealm.OWNER).below("/oauth2-applications-settings");

        assertThat(applications.caller().get("").headers().all("ETag")).hasSize(1);
        assertThat(settings.get("").headers().all("ETag")).hasSize(1);
        assertRefused(settings.send("PUT", "", Map.of("limit", 3), "If-Match", "\"other\""), 412, "conflict");
    }

    private Answer patch(String condition) {
        return applications.caller().send("PATCH", "/" + clientId, Map.of("name", "Other"), "If-Match", condition);
    }

    private String tag() {
        return tag("/" + clientId);
    }

    private String tag(String path) {
        return applications.caller().get(path).headers().first("ETag").orElseThrow();
    }
}
