package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.walkthrough.Application;

/** {@code …/oauth2-applications}, as one caller has it. */
public final class Applications {

    public static final String PATH = "/oauth2-applications";
    public static final String REDIRECT_URL = "http://localhost:9999/callback";

    private final Caller caller;

    public Applications(Caller administrator) {
        this.caller = administrator.below(PATH);
    }

    public Caller caller() {
        return caller;
    }

    public JsonNode list() {
        return Caller.body(200, caller.get(""));
    }

    public JsonNode get(String clientId) {
        return Caller.body(200, caller.get("/" + clientId));
    }

    public JsonNode create(String type) {
        return createWith(Map.of("type", type, "name", "Some " + type));
    }

    public JsonNode createWith(Object fields) {
        return Caller.body(201, caller.post("", fields));
    }

    /** One that users can allow; with its secret, if it is a web application. */
    public Application createForUsers(String type) {
        JsonNode created = createWith(Map.of("type", type, "name", "For users", "redirectUrls", List.of(REDIRECT_URL)));
        return new Application(
                created.get("clientId").asText(),
                created.has("clientSecret") ? created.get("clientSecret").asText() : null,
                REDIRECT_URL);
    }

    public JsonNode change(String clientId, Object fields) {
        return Caller.body(200, caller.patch("/" + clientId, fields));
    }

    public JsonNode addSecret(String clientId) {
        return Caller.body(201, caller.post("/" + clientId + "/secrets", null));
    }

    public void delete(String clientId) {
        Caller.body(204, caller.delete("/" + clientId));
    }

    public void deleteAll() {
        for (JsonNode application : list().get("applications")) {
            delete(application.get("clientId").asText());
        }
    }
}
