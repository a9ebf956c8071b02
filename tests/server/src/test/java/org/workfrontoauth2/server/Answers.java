package org.workfrontoauth2.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Response;

/** What may come back from the Workfront paths (contract, sections 4 and 6). */
final class Answers extends AbstractAssert<Answers, Answer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers(Answer actual) {
        super(actual, Answers.class);
        as("answer %s %s", actual.status(), shortened(actual.text()));
    }

    static Answers assertThat(Answer answer) {
        return new Answers(answer);
    }

    static Answer of(Response response) {
        return new Answer(response.status(), response.headers(), json(response.text()), response.text());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    Answers hasStatus(int status) {
        Assertions.assertThat(actual.status()).as(descriptionText()).isEqualTo(status);
        return this;
    }

    /** An error of the token endpoint in the dialect of Workfront's own clients. */
    Answers isWorkfrontError(int status, String type) {
        isWorkfrontError();
        hasStatus(status);
        Assertions.assertThat(actual.body().get("type").asText())
                .as(descriptionText())
                .isEqualTo(type);
        return this;
    }

    /** Any error in that dialect, consistent in itself. */
    Answers isWorkfrontError() {
        JsonNode body = actual.body();
        Assertions.assertThat(body.fieldNames())
                .toIterable()
                .as(descriptionText())
                .containsExactlyInAnyOrder("statusCode", "error", "type", "message", "error_description");
        Assertions.assertThat(body.get("error").isBoolean() && body.get("error").asBoolean())
                .as(descriptionText())
                .isTrue();
        Assertions.assertThat(body.get("statusCode").isInt())
                .as(descriptionText())
                .isTrue();
        Assertions.assertThat(body.get("statusCode").intValue())
                .as(descriptionText())
                .isEqualTo(actual.status());
        Assertions.assertThat(body.get("message").asText())
                .as(descriptionText())
                .isNotBlank();
        Assertions.assertThat(body.get("error_description").asText())
                .as(descriptionText())
                .isNotBlank();
        return hasStatusOf(body.get("type").asText());
    }

    /** An error of the token endpoint as in RFC 6749, 5.2. */
    Answers isOAuthError(int status, String error) {
        JsonNode body = actual.body();
        Assertions.assertThat(body.fieldNames())
                .toIterable()
                .as(descriptionText())
                .containsExactlyInAnyOrder("error", "error_description");
        Assertions.assertThat(body.get("error").asText()).as(descriptionText()).isEqualTo(error);
        return hasStatus(status).hasStatusOf(error);
    }

    /** An error of one of the realm's standard endpoints. */
    Answers isStandardError(int status, String error) {
        Assertions.assertThat(actual.body().path("error").asText())
                .as(descriptionText())
                .isEqualTo(error);
        return hasStatus(status);
    }

    /** What a client of Workfront's API refreshes its session ID on. */
    Answers isNotLoggedIn() {
        JsonNode error = actual.body().path("error");
        Assertions.assertThat(error.path("message").asText())
                .as(descriptionText())
                .isEqualTo("You are not currently logged in.");
        Assertions.assertThat(error.path("class").asText())
                .as(descriptionText())
                .isNotBlank();
        return hasStatus(401);
    }

    Answers hasHeader(String name, String value) {
        Assertions.assertThat(actual.headers().all(name)).as(descriptionText()).containsExactly(value);
        return this;
    }

    Answers hasNoHeader(String name) {
        Assertions.assertThat(actual.headers().all(name)).as(descriptionText()).isEmpty();
        return this;
    }

    private Answers hasStatusOf(String type) {
        List<Integer> allowed = type.equals("invalid_client")
                ? List.of(401)
                : type.equals("invalid_request") ? List.of(400, 405, 413, 415) : List.of(400);
        Assertions.assertThat(actual.status()).as(descriptionText()).isIn(allowed);
        return this;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
