package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.Server;

/**
 * Somebody at the administration interfaces, with a token or without one.
 *
 * @param base what stands before every path
 * @param token empty for none
 */
public record Caller(Server server, String base, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same caller at what is below. */
    public Caller below(String path) {
        return new Caller(server, base + path, token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object json) {
        return send("POST", path, json);
    }

    public Answer put(String path, @Nullable Object json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, @Nullable Object json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A body that is no string is written as JSON. */
    public Answer send(String method, String path, @Nullable Object json, String... headers) {
        Request request = Request.of(method, base + path);
        return send(json == null ? request : request.body("application/json", text(json)), headers);
    }

    public Answer send(String method, String path, String mediaType, byte[] body) {
        return send(Request.of(method, base + path).body(mediaType, body));
    }

    private Answer send(Request request, String... headers) {
        Request dressed = token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            dressed = dressed.header(headers[i], headers[i + 1]);
        }
        return answer(server.send(dressed));
    }

    public static Answer answer(Response response) {
        return new Answer(response.status(), response.headers(), json(response.text()), response.text());
    }

    /** What an answer of that status says; another status ends the test. */
    static JsonNode body(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("not " + status + ": " + answer);
        }
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String text(Object json) {
        try {
            return json instanceof String text ? text : JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
