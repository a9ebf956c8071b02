package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, for the interfaces of the harness; a status that is no success ends the test. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The status was no success. */
    static final class Refused extends IllegalStateException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    record Reply(int status, @Nullable String location, JsonNode body) {}

    Reply send(String method, URI uri, @Nullable Object body, String... headers) {
        String text = body == null ? null : write(body);
        return send(method, uri, "application/json", text, headers);
    }

    /** What is no JSON. */
    String text(URI uri) {
        return exchange(HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofMinutes(2))
                        .build())
                .body();
    }

    Reply form(URI uri, Map<String, String> fields) {
        return send("POST", uri, "application/x-www-form-urlencoded", Form.encode(fields));
    }

    private Reply send(String method, URI uri, String type, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(1))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() / 100 != 2) {
            throw new Refused(
                    response.statusCode(),
                    method + " " + uri + ": " + response.statusCode() + " " + response.body() + " for " + body);
        }
        return new Reply(
                response.statusCode(), response.headers().firstValue("Location").orElse(null), read(response.body()));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + body, e);
        }
    }
}
