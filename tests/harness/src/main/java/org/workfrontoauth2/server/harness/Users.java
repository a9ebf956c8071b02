package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A realm's users. */
public final class Users {

    private final Admin admin;
    private final String path;

    Users(Admin admin, String realm) {
        this.admin = admin;
        this.path = realm + "/users";
    }

    /** One that no other test knows. */
    public User create() {
        return create(Realm.unique("user"), Map.of());
    }

    /** The password is the name. */
    public User create(String name, Map<String, List<String>> attributes) {
        String id = admin.post(
                path,
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        "First",
                        "lastName",
                        "Last",
                        "email",
                        name + "@acme.example",
                        "emailVerified",
                        true,
                        "attributes",
                        attributes,
                        "credentials",
                        List.of(Map.of("type", "password", "value", name, "temporary", false))));
        return new User(id, name);
    }

    public User find(String name) {
        JsonNode found = Realm.only(admin.get(path + "?exact=true&username=" + name), name);
        return new User(found.get("id").asText(), name);
    }

    public void change(User user, Consumer<ObjectNode> changes) {
        ObjectNode representation = (ObjectNode) admin.get(path + "/" + user.id());
        changes.accept(representation);
        admin.put(path + "/" + user.id(), representation);
    }

    public void disable(User user) {
        change(user, representation -> representation.put("enabled", false));
    }

    public void enable(User user) {
        change(user, representation -> representation.put("enabled", true));
    }

    public void delete(User user) {
        admin.delete(path + "/" + user.id());
    }

    public void logout(User user) {
        admin.post(path + "/" + user.id() + "/logout", Map.of());
    }

    public void revokeConsent(User user, String clientId) {
        admin.delete(path + "/" + user.id() + "/consents/" + clientId);
    }

    public JsonNode consents(User user) {
        return admin.get(path + "/" + user.id() + "/consents");
    }

    public JsonNode sessions(User user) {
        return admin.get(path + "/" + user.id() + "/sessions");
    }

    public JsonNode offlineSessions(User user, String clientUuid) {
        return admin.get(path + "/" + user.id() + "/offline-sessions/" + clientUuid);
    }
}
