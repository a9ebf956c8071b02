package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;

/** An organisation like the demo's, whose realm has an administrator of its own and may change its name. */
final class Tenant implements AutoCloseable {

    private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";
    private static final String ADMINISTRATOR = "tenant";

    private final KeycloakServer keycloak;
    private String name;

    private Tenant(KeycloakServer keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
    }

    /** Created by an administrator of the server. */
    static Tenant create(KeycloakServer keycloak, String name) {
        Organisations.create(keycloak, name, realm -> {
            ObjectNode user = realm.withArray("users").addObject();
            user.put("username", ADMINISTRATOR).put("enabled", true).put("emailVerified", true);
            user.put("firstName", "Tina").put("lastName", "Tenant").put("email", "tenant@example.com");
            user.withArray("credentials").addObject().put("type", "password").put("value", ADMINISTRATOR);
            user.withObject("/clientRoles").withArray("realm-management").add("realm-admin");
        });
        return new Tenant(keycloak, name);
    }

    /** One that is there already. */
    static Tenant of(KeycloakServer keycloak, String name) {
        return new Tenant(keycloak, name);
    }

    Realm realm() {
        return keycloak.realm(name);
    }

    /** The realm's own administrator, at Keycloak's admin API for the realm. */
    Caller administrator() {
        Answer answer = Caller.answer(server().send(Request.form(
                keycloak.base() + "/realms/" + name + "/protocol/openid-connect/token",
                List.of(
                        Map.entry("grant_type", "password"),
                        Map.entry("client_id", "admin-cli"),
                        Map.entry("username", ADMINISTRATOR),
                        Map.entry("password", ADMINISTRATOR)))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return caller(answer.member("access_token"));
    }

    /** An administrator of the server, there too. */
    Caller serverAdministrator() {
        return caller(keycloak.admin().token());
    }

    private Caller caller(String token) {
        return new Caller(server(), keycloak.base() + "/admin/realms/" + name, token);
    }

    void rename(Caller caller, String newName) {
        Answer answer = caller.put("", Map.of("realm", newName));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        name = newName;
    }

    /** On the realm's path. */
    Workfront path() {
        String base = "http://" + keycloak.host("localhost") + keycloak.base().getPath() + "/realms/" + name;
        return new Workfront(server(), new Organisation(base, base));
    }

    Workfront host(String host) {
        String base = "http://" + keycloak.host(host);
        return new Workfront(
                server(), new Organisation(base, base + keycloak.base().getPath() + "/realms/" + name));
    }

    /** Whether the contract describes itself on this host. */
    boolean isServedOn(String host) {
        int status = host(host).get(host(host).base() + WELL_KNOWN).status();
        assertThat(status).isIn(200, 404);
        return status == 200;
    }

    boolean isServedOnItsPath() {
        Workfront path = path();
        return path.get(path.base() + "/integrations/oauth2" + WELL_KNOWN).status() == 200;
    }

    private Loopback server() {
        return new Loopback(keycloak.port());
    }

    @Override
    public void close() {
        realm().delete();
    }
}
