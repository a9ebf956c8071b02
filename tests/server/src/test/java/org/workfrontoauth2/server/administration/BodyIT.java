package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** What is not one JSON object of a sensible size is refused before anything is done. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyIT {

    private final OwnRealm realm;
    private final Applications applications;
    private final String clientId;

    BodyIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.clientId = applications.create("web").get("clientId").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"name\"",
                "{\"name\": \"It\"} {}",
                "{\"name\": \"It\", \"name\": \"Other\"}",
                "{name: 'It'}",
                "{\"name\": [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}",
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertRefused(applications.caller().patch("/" + clientId, body), 400, "invalid_request")
                .saying("The request body must be a JSON object.");
        assertRefused(applications.caller().post("", body), 400, "invalid_request")
                .saying("The request body must be a JSON object.");
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] body = "{\"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(
                applications.caller().send("PATCH", "/" + clientId, "application/json", body), 400, "invalid_request");
    }

    @Test
    void moreThan64KiBAreRefused() {
        String body = "{\"name\": \"" + "x".repeat(64 * 1024) + "\"}";

        assertRefused(applications.caller().patch("/" + clientId, body), 413, "too_large")
                .saying("The request body is larger than 64 KiB.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/merge-patch+json",
                "application/json;charset=UTF-8",
                "Application/JSON",
                "application/merge-patch+json; charset=utf-8",
            })
    void jsonMayBeNamedLikeThis(String mediaType) {
        byte[] body = "{\"name\": \"It\"}".getBytes(StandardCharsets.UTF_8);

        Answer answer = applications.caller().send("PATCH", "/" + clientId, mediaType, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json-patch+json",
                "*/*",
                "json",
                "/",
                ";",
                "application/json/json",
            })
    void anotherMediaTypeIsRefused(String mediaType) {
        byte[] body = "{\"name\": \"It\"}".getBytes(StandardCharsets.UTF_8);

        assertRefused(applications.caller().send("PATCH", "/" + clientId, mediaType, body), 415, "invalid_request")
                .saying("Send JSON.");
    }

    @Test
    void anEmptyChangeChangesNothing() {
        assertThat(applications.change(clientId, Map.of())).isEqualTo(applications.get(clientId));
    }
}
