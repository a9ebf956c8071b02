package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Admin;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** The way not taken (decision 0031): what registers is a client of Keycloak's, through Keycloak's own interface. */
record KeycloakClients(OwnRealm realm, String initialAccessToken) {

    static KeycloakClients in(OwnRealm realm) {
        addAudience(realm);
        String token = realm.keycloak()
                .admin()
                .ask(realm.name() + "/clients-initial-access", Map.of("count", 1_000_000))
                .get("token")
                .asText();
        return new KeycloakClients(realm, token);
    }

    /** Keycloak tells a resource server about tokens only that are meant for it. */
    private static void addAudience(OwnRealm realm) {
        Admin admin = realm.keycloak().admin();
        String scope = admin.post(
                realm.name() + "/client-scopes",
                Map.of(
                        "name",
                        "api",
                        "protocol",
                        "openid-connect",
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "api",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of("included.client.audience", "acme-api", "access.token.claim", "true")))));
        admin.put(realm.name() + "/default-default-client-scopes/" + scope);
    }

    private String path(String end) {
        return realm.base() + "/realms/" + realm.name() + end;
    }

    Answer register() {
        return Caller.answer(realm.server()
                .send(Request.of("POST", path("/clients-registrations/openid-connect"))
                        .header("Authorization", "Bearer " + initialAccessToken)
                        .body(
                                Device.JSON,
                                "{\"client_name\": \"TV\", \"grant_types\": [\"client_credentials\"],"
                                        + " \"redirect_uris\": [\"https://app.example/tv\"]}")));
    }

    Device.Registered registered() {
        Answer answer = register();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Device.Registered(answer.member("client_id"), answer.member("client_secret"));
    }

    Answer token(Device.Registered client) {
        return Caller.answer(realm.server()
                .send(Request.form(
                        path("/protocol/openid-connect/token"),
                        List.of(
                                Map.entry("grant_type", "client_credentials"),
                                Map.entry("client_id", client.clientId()),
                                Map.entry("client_secret", client.secret())))));
    }

    /** More like this one, with everything that Keycloak wrote for it, numbered from the first to the last. */
    static void multiply(Postgres database, Device.Registered client, int first, int last) {
        String numbers = first + ", " + last;
        String id = "(select id from client where client_id = '" + client.clientId() + "')";
        String user = "(select id from user_entity where service_account_client_link = " + id + ")";
        String mapper = "(select id from protocol_mapper where client_id = " + id + ")";
        String newId = uuid("'client'");
        String newClientId = uuid("'id'");
        String newUser = uuid("'user'");
        String newMapper = uuid("t.id");
        copy(database, numbers, "client", "id = " + id, "'id', " + newId + ", 'client_id', " + newClientId);
        for (String table : List.of("client_attributes", "client_scope_client", "redirect_uris", "web_origins")) {
            copy(database, numbers, table, "client_id = " + id, "'client_id', " + newId);
        }
        copy(
                database,
                numbers,
                "protocol_mapper",
                "client_id = " + id,
                "'id', " + newMapper + ", 'client_id', " + newId);
        copy(
                database,
                numbers,
                "protocol_mapper_config",
                "protocol_mapper_id in " + mapper,
                "'protocol_mapper_id', " + uuid("t.protocol_mapper_id"));
        copy(
                database,
                numbers,
                "user_entity",
                "id = " + user,
                "'id', " + newUser + ", 'username', 'service-account-' || " + newClientId + ", 'email_constraint', "
                        + newUser + ", 'service_account_client_link', " + newId);
        copy(database, numbers, "user_role_mapping", "user_id = " + user, "'user_id', " + newUser);
    }

    private static String uuid(String of) {
        return "md5(" + of + " || ' ' || n)::uuid::text";
    }

    private static void copy(Postgres database, String numbers, String table, String which, String changed) {
        database.run("insert into " + table + " select r.* from " + table + " t cross join generate_series(" + numbers
                + ") n cross join lateral jsonb_populate_record(null::" + table
                + ", to_jsonb(t) || jsonb_build_object(" + changed + ")) r where t." + which);
    }
}
