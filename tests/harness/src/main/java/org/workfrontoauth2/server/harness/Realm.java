package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What an administrator does to a realm. */
public final class Realm {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Admin admin;
    private final String name;

    Realm(Admin admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public Users users() {
        return new Users(admin, name);
    }

    public Clients clients() {
        return new Clients(admin, name);
    }

    public Events events() {
        return new Events(admin, name);
    }

    public Keys keys() {
        return new Keys(admin, name);
    }

    /** Reads the realm's settings, changes them, and writes them back. */
    public void change(Consumer<ObjectNode> changes) {
        ObjectNode realm = (ObjectNode) admin.get(name);
        changes.accept(realm);
        admin.put(name, realm);
    }

    /** Refuses everything that was issued until that second. */
    public void pushNotBefore(long seconds) {
        change(realm -> realm.put("notBefore", seconds));
        admin.post(name + "/push-revocation", Map.of());
    }

    public void logoutAll() {
        admin.post(name + "/logout-all", Map.of());
    }

    public void delete() {
        lookForSecrets("events");
        lookForSecrets("admin-events");
        admin.delete(name);
    }

    /** So that what was changed in the database counts, on every node. */
    public void forgetWhatIsCached() {
        admin.post(name + "/clear-realm-cache", Map.of());
        admin.post(name + "/clear-user-cache", Map.of());
    }

    /** What was recorded goes with the realm. */
    private void lookForSecrets(String events) {
        Secrecy.ofTheRun()
                .look(
                        events + " of " + name,
                        admin.get(name + "/" + events + "?max=1000").toString());
    }

    /** A new organization of Keycloak's, which is gone when it is closed. */
    public Organization organization() {
        change(realm -> realm.put("organizationsEnabled", true));
        return new Organization();
    }

    /** One of Keycloak's organizations. */
    public final class Organization implements AutoCloseable {

        private final String path;

        private Organization() {
            String alias = unique("organization");
            String id = admin.post(
                    name + "/organizations",
                    Map.of("name", alias, "alias", alias, "domains", List.of(Map.of("name", alias + ".example"))));
            this.path = name + "/organizations/" + id;
        }

        public void add(User user) {
            admin.post(path + "/members", user.id());
        }

        public void enable(boolean enabled) {
            ObjectNode representation = (ObjectNode) admin.get(path);
            admin.put(path, representation.put("enabled", enabled));
        }

        @Override
        public void close() {
            admin.delete(path);
            change(realm -> realm.put("organizationsEnabled", false));
        }
    }

    /** Ends a session of Keycloak's by its ID. */
    public void deleteSession(String id) {
        admin.delete(name + "/sessions/" + id);
    }

    public void addIdentityProvider(Map<String, Object> provider) {
        admin.post(name + "/identity-provider/instances", provider);
    }

    public void removeIdentityProvider(String alias) {
        admin.delete(name + "/identity-provider/instances/" + alias);
    }

    /** Records every event that a test asks for. */
    public void recordEvents() {
        ObjectNode config = (ObjectNode) admin.get(name + "/events/config");
        config.put("eventsEnabled", true);
        List<String> types = Events.RECORDED;
        config.putPOJO("enabledEventTypes", types);
        admin.put(name + "/events/config", config);
    }

    static String unique(String prefix) {
        return prefix + "-" + COUNT.incrementAndGet();
    }

    static JsonNode only(JsonNode found, String what) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + what);
        }
        return found.get(0);
    }
}
