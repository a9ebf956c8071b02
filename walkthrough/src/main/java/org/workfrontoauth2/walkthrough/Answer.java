package org.workfrontoauth2.walkthrough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What an endpoint answered to a program.
 *
 * @param body the JSON, or a missing node when the answer is none
 */
public record Answer(int status, Headers headers, JsonNode body, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(Response response) {
        return new Answer(response.status(), response.headers(), json(response.text()), response.text());
    }

    /** A member of the body as text; empty when it is not there. */
    public String member(String name) {
        return body.path(name).asText("");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return text.isBlank() ? String.valueOf(status) : status + " " + Masked.text(text);
    }
}
