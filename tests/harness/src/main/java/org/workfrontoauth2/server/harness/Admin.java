package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.testing.distribution.Kc;

/** The server's administrator, at Keycloak's own admin API. */
public final class Admin {

    static final String NAME = "admin";
    static final String PASSWORD = "admin";

    private final Json json = new Json();
    private final URI base;
    private volatile String lastToken = "none yet";

    /** Keycloak's command, whose servers have this administrator. */
    static Kc kc(Path home) {
        return new Kc(home, NAME, PASSWORD);
    }

    Admin(URI base) {
        this.base = base;
    }

    /** Below {@code /admin/realms/}. */
    public JsonNode get(String path) {
        return send("GET", path, null).body();
    }

    public void put(String path, Object body) {
        send("PUT", path, body);
    }

    public void put(String path) {
        send("PUT", path, null);
    }

    /** The ID of what was created, if anything was. */
    public String post(String path, Object body) {
        String location = send("POST", path, body).location();
        return location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
    }

    /** A POST that answers with something other than a location. */
    public JsonNode ask(String path, Object body) {
        return send("POST", path, body).body();
    }

    public void delete(String path) {
        send("DELETE", path, null);
    }

    private Json.Reply send(String method, String path, @Nullable Object body) {
        URI uri = URI.create(base + "/admin/realms" + (path.isEmpty() ? "" : "/" + path));
        try {
            return json.send(method, uri, body, "Authorization", "Bearer " + lastToken);
        } catch (Json.Refused refused) {
            if (refused.status() != 401 && refused.status() != 403) {
                throw refused;
            }
            // It lives for a minute, tests move the clock, and it knows nothing of realms that are younger.
            lastToken = token();
            return json.send(method, uri, body, "Authorization", "Bearer " + lastToken);
        }
    }

    /** A new one each time. */
    public String token() {
        URI uri = URI.create(base + "/realms/master/protocol/openid-connect/token");
        Map<String, String> fields =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", NAME, "password", PASSWORD);
        return json.form(uri, fields).body().get("access_token").asText();
    }
}
