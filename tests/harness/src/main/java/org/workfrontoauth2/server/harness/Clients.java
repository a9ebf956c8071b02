package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/** A realm's clients, applications among them. */
public final class Clients {

    private final Admin admin;
    private final String path;

    Clients(Admin admin, String realm) {
        this.admin = admin;
        this.path = realm + "/clients";
    }

    public ObjectNode find(String clientId) {
        return (ObjectNode) Realm.only(admin.get(path + "?clientId=" + clientId), clientId);
    }

    /** One like that, under a name that no other test knows. The caller removes it: ten applications are the limit. */
    public String createLike(String clientId, Consumer<ObjectNode> changes) {
        ObjectNode client = find(clientId);
        client.remove("id");
        String newId = Realm.unique(clientId);
        client.put("clientId", newId);
        JsonNode mappers = client.remove("protocolMappers");
        if (mappers != null && !mappers.isEmpty()) {
            throw new IllegalStateException(clientId + " has mappers of its own");
        }
        changes.accept(client);
        create(client);
        return newId;
    }

    public void create(Object representation) {
        admin.post(path, representation);
    }

    public void change(String clientId, Consumer<ObjectNode> changes) {
        ObjectNode client = find(clientId);
        changes.accept(client);
        admin.put(path + "/" + client.get("id").asText(), client);
    }

    public void disable(String clientId) {
        change(clientId, client -> client.put("enabled", false));
    }

    public void enable(String clientId) {
        change(clientId, client -> client.put("enabled", true));
    }

    public void delete(String clientId) {
        admin.delete(path + "/" + uuid(clientId));
    }

    /** Refuses everything that was issued to the client until that second. */
    public void pushNotBefore(String clientId, long seconds) {
        change(clientId, client -> client.put("notBefore", seconds));
        admin.post(path + "/" + uuid(clientId) + "/push-revocation", Map.of());
    }

    /** The token with which dynamic registration's clients change themselves. */
    public String registrationToken(String clientId) {
        return admin.ask(path + "/" + uuid(clientId) + "/registration-access-token", Map.of())
                .get("registrationAccessToken")
                .asText();
    }

    public String uuid(String clientId) {
        return find(clientId).get("id").asText();
    }
}
