package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Server;

/** A realm of a test class's own: the applications of one class take no place from another's. Passwords are the names. */
public final class OwnRealm implements AutoCloseable {

    /** May do everything in the realm. */
    public static final String OWNER = "olive";

    /** May administer clients, like the demo's avery. */
    public static final String MANAGER = "manny";

    /** May look at clients. */
    public static final String VIEWER = "vivian";

    /** May list the clients that fine-grained permissions let this user see. */
    public static final String QUERIER = "quincy";

    /** May administer nothing. */
    public static final String USER = "ursula";

    private static final String CUSTOMER = "0123456789abcdef".repeat(2);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KeycloakServer keycloak;
    private final String name;
    private final Map<String, Caller> callers = new HashMap<>();

    private OwnRealm(KeycloakServer keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
    }

    /** With the contract switched on. */
    public static OwnRealm served(KeycloakServer keycloak) {
        return served(keycloak, "own-" + COUNT.incrementAndGet());
    }

    /** With the contract switched on, under a name that no other test uses. */
    public static OwnRealm served(KeycloakServer keycloak, String name) {
        return with(keycloak, name, Map.of("workfront.enabled", "true", "workfront.customer.id", CUSTOMER));
    }

    /** As if our jar had never been there. */
    public static OwnRealm ordinary(KeycloakServer keycloak) {
        return with(keycloak, "own-" + COUNT.incrementAndGet(), Map.of());
    }

    private static OwnRealm with(KeycloakServer keycloak, String name, Map<String, String> attributes) {
        Map<String, Object> realm = new HashMap<>(Map.of("realm", name, "enabled", true, "attributes", attributes));
        realm.put("accessTokenLifespan", 3600);
        realm.put("adminEventsEnabled", true);
        realm.put("adminEventsDetailsEnabled", true);
        realm.put("clients", List.of(resourceServer()));
        realm.put(
                "users",
                List.of(
                        user(OWNER, "realm-admin"),
                        user(MANAGER, "view-clients", "manage-clients", "query-clients"),
                        user(VIEWER, "view-clients"),
                        user(QUERIER, "query-clients"),
                        user(USER)));
        keycloak.admin().post("", realm);
        return new OwnRealm(keycloak, name);
    }

    /** The one that the walkthrough's resource server is. */
    private static Map<String, Object> resourceServer() {
        return Map.of(
                "clientId",
                "acme-api",
                "secret",
                "acme-api-secret",
                "standardFlowEnabled",
                false,
                "attributes",
                Map.of("workfront.introspect", "true"));
    }

    private static Map<String, Object> user(String name, String... roles) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                "lastName",
                "Example",
                "email",
                name + "@example.com",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", name)),
                "clientRoles",
                Map.of("realm-management", List.of(roles)));
    }

    /** The same realm, as another node serves it. */
    public OwnRealm on(KeycloakServer node) {
        return new OwnRealm(node, name);
    }

    public String name() {
        return name;
    }

    /** What JWTs name as {@code iss}. */
    public String customerId() {
        return CUSTOMER;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    /** Through the harness. */
    public Realm realm() {
        return keycloak.realm(name);
    }

    public Organisation organisation() {
        return Organisation.ofHost(name, "my", keycloak.port());
    }

    public Server server() {
        return Secrecy.to(keycloak.port());
    }

    /** What stands before {@code /realms} and {@code /admin}. */
    public String base() {
        return keycloak.base().toString();
    }

    /** Somebody of this realm at Keycloak's own admin API for it. */
    public Caller as(String user) {
        return callers.computeIfAbsent(user, this::logIn);
    }

    private Caller logIn(String user) {
        Request request = Request.form(
                base() + "/realms/" + name + "/protocol/openid-connect/token",
                List.of(
                        Map.entry("grant_type", "password"),
                        Map.entry("client_id", "admin-cli"),
                        Map.entry("username", user),
                        Map.entry("password", user)));
        JsonNode body = Caller.body(200, Caller.answer(server().send(request)));
        return with(body.get("access_token").asText());
    }

    /** The server's administrator, who is no user of this realm. */
    public Caller serverAdministrator() {
        return with(keycloak.admin().token());
    }

    public Caller with(String token) {
        return new Caller(server(), base() + "/admin/realms/" + name, token);
    }

    /** The applications, administered by a manager. */
    public Applications applications() {
        return new Applications(as(MANAGER));
    }

    /** Newest first. */
    public List<JsonNode> adminEvents() {
        return StreamSupport.stream(
                        as(OWNER).get("/admin-events?max=200").body().spliterator(), false)
                .toList();
    }

    @Override
    public void close() {
        realm().delete();
    }
}
