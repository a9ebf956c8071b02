package org.workfrontoauth2.server.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.Server;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** A web application of the demo's organisation that asks for permission, for as long as the test runs. */
final class AskingApplication implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakServer keycloak;
    private final Server server;
    private final Listener listener = new Listener();
    private final Application application;

    /** With these fields of the administration API, apart from type and redirect URLs. */
    AskingApplication(KeycloakServer keycloak, Map<String, String> fields) {
        this.keycloak = keycloak;
        this.server = Secrecy.to(keycloak.port());
        Map<String, Object> all = new HashMap<>(fields);
        all.put("type", "web");
        all.put("redirectUrls", List.of(listener.redirectUrl()));
        JsonNode created = administer(
                "POST", "", "application/json", JSON.valueToTree(all).toString().getBytes(StandardCharsets.UTF_8));
        this.application = new Application(
                created.get("clientId").asText(), created.get("clientSecret").asText(), listener.redirectUrl());
    }

    static AskingApplication called(KeycloakServer keycloak, String name) {
        return new AskingApplication(keycloak, Map.of("name", name));
    }

    /** Where it sends the user, on the organisation's host of that lane. */
    String address(String lane, Map<String, String> more) {
        return client(lane).authorizeUrl(more);
    }

    String address(Map<String, String> more) {
        return address("my", more);
    }

    String address() {
        return address(Map.of());
    }

    Callback callback() {
        return listener.callback();
    }

    /** The name of the user in whose name it may use the API now, as the API learns it. */
    String userOf(Callback callback) {
        Answer answer = client("my").exchange(callback.code());
        JsonNode meaning = new ResourceServer(server, organisation("my"))
                .introspect(answer.member("access_token"))
                .body();
        return meaning.path("username").asText(answer.toString());
    }

    String clientId() {
        return application.clientId();
    }

    void addLogo(byte[] png) {
        administer("PUT", "/" + application.clientId() + "/logo", "image/png", png);
    }

    /** Writes its client as administrators can with Keycloak's own means. */
    void rewrite(Consumer<ObjectNode> changes) {
        keycloak.realm().clients().change(application.clientId(), changes);
    }

    private WorkfrontClient client(String lane) {
        return new WorkfrontClient(server, organisation(lane), application);
    }

    private Organisation organisation(String lane) {
        return Organisation.ofHost(Acme.REALM, lane, keycloak.port());
    }

    private JsonNode administer(String method, String path, String mediaType, byte[] body) {
        String address = keycloak.base() + "/admin/realms/" + Acme.REALM + "/oauth2-applications" + path;
        Response response = server.send(Request.of(method, address)
                .header("Authorization", "Bearer " + keycloak.admin().token())
                .body(mediaType, body));
        if (response.status() / 100 != 2) {
            throw new IllegalStateException(method + " " + address + ": " + response.status() + " " + response.text());
        }
        try {
            return JSON.readTree(response.text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        listener.close();
        keycloak.realm().clients().delete(application.clientId());
    }
}
