package org.workfrontoauth2.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.Server;

/** The server's administrator, at the administration API. */
final class Administrator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server;
    private final String keycloak;
    private final String username;
    private final String password;

    /** @param keycloak what stands before {@code /admin} */
    Administrator(Server server, String keycloak, String username, String password) {
        this.server = server;
        this.keycloak = keycloak;
        this.username = username;
        this.password = password;
    }

    /** Has the server make a key pair for that user. Returns the private key. */
    String addKeyPair(String realm, String clientId, String user) {
        String url = keycloak + "/admin/realms/" + realm + "/oauth2-applications/" + clientId + "/key-pairs";
        String body = JsonNodeFactory.instance.objectNode().put("user", user).toString();
        return answer(server.send(authorized(Request.of("POST", url)).body("application/json", body)), 201)
                .get("privateKey")
                .asText();
    }

    /** Sets the server's time to that many seconds after the machine's. */
    void setTime(long offset) {
        answer(server.send(Request.of("PUT", keycloak + "/realms/master/test-clock?offset=" + offset)), 200);
    }

    private Request authorized(Request request) {
        List<Map.Entry<String, String>> fields = List.of(
                Map.entry("grant_type", "password"),
                Map.entry("client_id", "admin-cli"),
                Map.entry("username", username),
                Map.entry("password", password));
        JsonNode token = answer(
                server.send(Request.form(keycloak + "/realms/master/protocol/openid-connect/token", fields)), 200);
        return request.header(
                "Authorization", "Bearer " + token.get("access_token").asText());
    }

    /** The answer, if it has that status; what it says otherwise. */
    static JsonNode answer(Response response, int status) {
        if (response.status() != status) {
            throw new IllegalStateException("The server answered " + response.status() + ": " + response.text());
        }
        try {
            return JSON.readTree(response.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The server did not answer JSON.", e);
        }
    }
}
