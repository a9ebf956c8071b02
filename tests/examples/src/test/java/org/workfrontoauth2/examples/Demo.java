package org.workfrontoauth2.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;

/** The demo's realm on a port of its own, as the examples find it by their environment. */
record Demo(KeycloakServer keycloak) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where browsers are sent back to. */
    static final String REDIRECT_URL = Acme.WEB.redirectUrl();

    /** A client with its secret. */
    record Client(String id, String secret) {}

    /** At the realm's path: not every resolver knows the names of organisations' hosts. */
    String url() {
        return "http://localhost:" + keycloak.port() + "/realms/acme";
    }

    String issuer() {
        return url() + "/integrations/oauth2";
    }

    String hostUrl() {
        return "http://acme.my.localhost:" + keycloak.port();
    }

    Person alice() {
        return Person.alice(keycloak.port());
    }

    /** Nothing but where it is: everything else has the demo's default. */
    Map<String, String> environment() {
        return Map.of("WORKFRONT_URL", url());
    }

    Map<String, String> environment(Client client) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("WORKFRONT_CLIENT_ID", client.id());
        environment.put("WORKFRONT_CLIENT_SECRET", client.secret());
        return environment;
    }

    /** The demo's own application, which speaks Workfront's dialect. */
    Client workfrontClient() {
        return new Client(Acme.WEB.clientId(), Acme.WEB.secret());
    }

    /** A new application with standard responses. */
    Client standardClient() {
        ObjectNode wanted = JSON.createObjectNode().put("type", "web").put("name", "Probes");
        wanted.putArray("redirectUrls").add(REDIRECT_URL);
        JsonNode made = administer("POST", "", wanted.put("standardResponses", true));
        return new Client(
                made.get("clientId").asText(), made.get("clientSecret").asText());
    }

    /** The same for a page, which has no secret. */
    Client standardPage(String redirectUrl) {
        ObjectNode wanted = JSON.createObjectNode().put("type", "single-page").put("name", "Probing page");
        wanted.putArray("redirectUrls").add(redirectUrl);
        return new Client(
                administer("POST", "", wanted.put("standardResponses", true))
                        .get("clientId")
                        .asText(),
                "");
    }

    void delete(Client client) {
        keycloak.realm().clients().delete(client.id());
    }

    String customerId() {
        return administer("GET", "", null).get("customerId").asText();
    }

    /** For the machine to machine application, which then acts as that user. */
    JsonNode makeKeyPair(String user) {
        return administer(
                "POST",
                "/" + Acme.MACHINE.clientId() + "/key-pairs",
                JSON.createObjectNode().put("user", user));
    }

    void deleteKey(String kid) {
        administer("DELETE", "/" + Acme.MACHINE.clientId() + "/public-keys/" + kid, null);
    }

    /** How many of the organisation's applications have that name. */
    long applicationsCalled(String name) {
        return StreamSupport.stream(
                        administer("GET", "", null).get("applications").spliterator(), false)
                .filter(application -> application.get("name").asText().equals(name))
                .count();
    }

    private JsonNode administer(String method, String path, JsonNode body) {
        Request request = Request.of(method, keycloak.base() + "/admin/realms/acme/oauth2-applications" + path)
                .header("Authorization", "Bearer " + keycloak.admin().token());
        Response response = new Loopback(keycloak.port())
                .send(body == null ? request : request.body("application/json", body.toString()));
        if (response.status() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + response.status() + " " + response.text());
        }
        return response.text().isEmpty() ? JSON.nullNode() : json(response.text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
