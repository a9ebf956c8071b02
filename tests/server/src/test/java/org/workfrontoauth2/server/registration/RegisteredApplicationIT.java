package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/** {@code /admin/realms/{realm}/registered-applications}. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisteredApplicationIT {

    private static final String TOTAL = "X-Total-Count";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Software software;
    private final Caller manager;

    RegisteredApplicationIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
        this.manager = software.caller();
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(new TreeSet<>(Device.members(answer))).containsExactly("error", "errorMessage");
        assertThat(answer.member("error")).isEqualTo(code);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void aNewOneHasEveryField() {
        Answer answer = manager.post(
                "",
                Map.of(
                        "name", "Acme TV",
                        "version", "2.0",
                        "platforms", List.of("tvOS", "Roku OS"),
                        "scopes", List.of("api:client:v2"),
                        "redirectDomains", List.of("App.example"),
                        "customSchemes", List.of("adobepass")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(Device.members(answer))
                .containsExactly(
                        "id",
                        "name",
                        "version",
                        "platforms",
                        "scopes",
                        "redirectDomains",
                        "customSchemes",
                        "createdAt",
                        "createdBy",
                        "clients",
                        "lastRegistrationAt",
                        "revokedAt");
        assertThat(answer.body().get("redirectDomains").toString()).isEqualTo("[\"app.example\"]");
        assertThat(answer.member("createdBy")).isEqualTo(OwnRealm.MANAGER);
        assertThat(answer.body().get("revokedAt").isNull()).isTrue();
        assertThat(answer.headers().first("Location").orElse(""))
                .endsWith("/registered-applications/" + answer.member("id"));
        assertThat(manager.get("/" + answer.member("id")).headers().first("ETag"))
                .isEqualTo(answer.headers().first("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \"a\", \"id\": \"b\"}",
                "{\"name\": \"a\", \"clients\": 7}",
                "{\"name\": \"a\", \"scopes\": \"b\"}",
                "{\"name\": \"a\", \"redirectDomains\": [\"*.app.example\"]}",
                "{\"name\": \"a\", \"redirectDomains\": [\"https://app.example\"]}",
                "{\"name\": \"a\", \"customSchemes\": [\"https\"]}",
                "{\"name\": \"a\", \"customSchemes\": [\"javascript\"]}",
                "{\"name\": \"a\", \"x\": 1}",
                "[]",
                "rubbish"
            })
    void whatIsNoRegisteredApplicationIsRefused(String json) {
        assertRefused(manager.post("", json), 400, "invalid_request");
    }

    @Test
    void aChangeNamesWhatItChanges() {
        String id = software.create();

        Answer answer = manager.patch("/" + id, "{\"version\": null, \"scopes\": [\"a\"]}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().get("version").isNull()).isTrue();
        assertThat(answer.body().get("scopes").toString()).isEqualTo("[\"a\"]");
        assertThat(answer.member("name")).isEqualTo("Some TV");
        assertRefused(manager.patch("/" + id, "{\"name\": null}"), 400, "invalid_request");
        assertThat(manager.patch("/" + id, "{}").status()).isEqualTo(200);
    }

    @Test
    void anOldTagIsRefusedAndOneIsNotMadeOldByDevices() {
        String id = software.create();
        String tag = manager.get("/" + id).headers().first("ETag").orElseThrow();
        Device.of(realm).registered(software.statement(id));

        assertThat(manager.send("PATCH", "/" + id, "{\"name\": \"b\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        assertRefused(manager.send("PATCH", "/" + id, "{\"name\": \"c\"}", "If-Match", tag), 412, "conflict");
        assertRefused(manager.send("DELETE", "/" + id, null, "If-Match", tag), 412, "conflict");
        assertRefused(manager.send("POST", "/" + id + "/revoke", null, "If-Match", tag), 412, "conflict");
    }

    @Test
    void theListComesInPages() {
        try (OwnRealm own = Software.realm(keycloak)) {
            Software listed = Software.in(own);
            List<String> ids = List.of(listed.create(), listed.create(), listed.create());

            Answer answer = listed.caller().get("?first=1&max=1");

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.headers().first(TOTAL)).contains("3");
            assertThat(answer.body().findValuesAsText("id")).hasSize(1).isSubsetOf(ids);
            assertRefused(listed.caller().get("?max=1001"), 400, "invalid_request");
        }
    }

    @Test
    void theClientsComeInPagesAndCanBeDeleted() {
        String id = software.create();
        String statement = software.statement(id);
        List<String> clients = List.of(
                Device.of(realm).registered(statement).clientId(),
                Device.of(realm).registered(statement).clientId(),
                Device.of(realm).registered(statement).clientId());

        Answer page = manager.get("/" + id + "/clients?first=1&max=2");

        assertThat(page.headers().first(TOTAL)).contains("3");
        assertThat(page.body().findValuesAsText("clientId")).hasSize(2).isSubsetOf(clients);
        assertThat(page.text()).doesNotContain("ecret");
        assertThat(manager.delete("/" + id + "/clients/" + clients.get(0)).status())
                .isEqualTo(204);
        assertRefused(manager.delete("/" + id + "/clients/" + clients.get(0)), 404, "not_found");
        assertThat(software.get(id).get("clients").asInt()).isEqualTo(2);
        assertThat(manager.delete("/" + id + "/clients").status()).isEqualTo(204);
        assertThat(software.get(id).get("clients").asInt()).isZero();
        assertThat(software.get(id).get("lastRegistrationAt").isNull()).isTrue();
    }

    @Test
    void clientsAreFoundByTheBeginningOfTheirIdOrOfAWordOfTheirDevice() {
        String id = software.create();
        String statement = software.statement(id);
        String tv = clientOf(
                statement, "{\"model\": \"TV 5th Gen\", \"osName\": \"tvOS\", \"vendor\": \"100% \\\"Ours\\\"\"}");
        String stick = clientOf(statement, "{\"model\": \"Stick_4K\", \"osName\": \"Roku OS\"}");
        String other = software.create();
        clientOf(software.statement(other), "{\"model\": \"TV\", \"osName\": \"tvOS\"}");

        assertThat(found(id, "tv")).containsExactly(tv);
        assertThat(found(id, "5TH G")).containsExactly(tv);
        assertThat(found(id, "roku")).containsExactly(stick);
        assertThat(found(id, stick.substring(0, 13))).containsExactly(stick);
        assertThat(found(id, stick.toUpperCase(Locale.ROOT))).containsExactly(stick);
        assertThat(found(id, "%")).isEmpty();
        assertThat(found(id, "100%")).containsExactly(tv);
        assertThat(found(id, "\"ours\"")).containsExactly(tv);
        assertThat(found(id, "stick_")).containsExactly(stick);
        assertThat(found(id, "stick44")).isEmpty();
        // The names of members are in nobody's device.
        assertThat(found(id, "model")).isEmpty();
        assertThat(found(id, "TV 5th Gen\",")).isEmpty();
        assertThat(found(id, "")).containsExactly(tv, stick);
        Answer part = manager.get("/" + id + "/clients?search=os&first=0&max=1");
        assertThat(part.headers().first(TOTAL)).contains("1");
        assertRefused(manager.get("/" + id + "/clients?search=" + "a".repeat(101)), 400, "invalid_request");
    }

    private String clientOf(String statement, String device) {
        Answer answer = Device.of(realm).register(statement, "X-Device-Info", Device.info(device));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.member("client_id");
    }

    private List<String> found(String id, String search) {
        Answer answer = manager.get("/" + id + "/clients?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<String> clients = answer.body().findValuesAsText("clientId");
        assertThat(answer.headers().first(TOTAL)).contains(String.valueOf(clients.size()));
        return clients;
    }

    @Test
    void aClientOfAnotherApplicationIsNotFound() {
        String id = software.create();
        String other = software.create();
        String client = Device.of(realm).registered(software.statement(other)).clientId();

        assertRefused(manager.get("/" + id + "/clients/" + client), 404, "not_found");
        assertRefused(manager.delete("/" + id + "/clients/" + client), 404, "not_found");
    }

    @Test
    void theStatementIsTheSameAsLongAsNothingChanges() {
        String id = software.create();

        assertThat(software.statement(id)).isEqualTo(software.statement(id));
        JsonNode before = software.get(id);
        assertThat(before).isEqualTo(software.get(id));
    }

    @Test
    void revokedIsForGood() {
        String id = software.create();
        software.revoke(id);
        String revokedAt = software.get(id).get("revokedAt").asText();

        software.revoke(id);

        assertThat(software.get(id).get("revokedAt").asText())
                .isEqualTo(revokedAt)
                .isNotBlank();
        assertRefused(manager.get("/" + id + "/software-statement"), 409, "conflict");
        assertRefused(manager.patch("/" + id, "{\"name\": \"b\"}"), 409, "conflict");
        assertRefused(manager.patch("/" + id, "{\"revokedAt\": null}"), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    '',                    vivian, 200",
        "GET,    '',                    quincy, 403",
        "GET,    '',                    ursula, 403",
        "GET,    /{id},                 vivian, 200",
        "GET,    /{id}/clients,         vivian, 200",
        "GET,    /{id},                 ursula, 403",
        "GET,    /unknown,              vivian, 404",
        "GET,    /unknown,              ursula, 403",
        "POST,   '',                    vivian, 403",
        "PATCH,  /{id},                 vivian, 403",
        "DELETE, /{id},                 vivian, 403",
        "POST,   /{id}/revoke,          vivian, 403",
        "DELETE, /{id}/clients,         vivian, 403",
        "DELETE, /{id}/clients/unknown, vivian, 403",
    })
    void lookingAndChangingNeedPermissions(String method, String path, String user, int status) {
        String id = software.create();
        String body = method.equals("POST") || method.equals("PATCH") ? "{\"name\": \"a\"}" : null;

        Answer answer = Software.as(realm, user).caller().send(method, path.replace("{id}", id), body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    @Test
    void withoutATokenNobodyLooks() {
        assertRefused(realm.with("").below("/registered-applications").get(""), 401, "forbidden");
        assertRefused(manager.send("PUT", "", "{}"), 405, "invalid_request");
        assertRefused(manager.get("/a/b/c"), 404, "not_found");
    }

    @Test
    void everyChangeIsAnAdminEvent() {
        String id = software.create();
        String client = Device.of(realm).registered(software.statement(id)).clientId();
        manager.patch("/" + id, "{\"name\": \"b\"}");
        manager.delete("/" + id + "/clients/" + client);
        software.revoke(id);
        software.delete(id);

        List<String> events = realm.adminEvents().stream()
                .filter(event -> event.path("resourcePath").asText().startsWith("registered-applications/" + id))
                .map(event -> event.get("operationType").asText() + " "
                        + event.path("resourcePath").asText().substring(("registered-applications/" + id).length()))
                .toList();

        assertThat(events)
                .containsExactlyInAnyOrder(
                        "CREATE ", "UPDATE ", "DELETE /clients/" + client, "ACTION /revoke", "DELETE ");
        assertThat(realm.adminEvents().toString()).doesNotContain("software_statement");
    }

    @Test
    void inARealmWithoutRegistrationThereIsNothingToCreate() {
        try (OwnRealm off = OwnRealm.served(keycloak)) {
            assertRefused(Software.in(off).caller().post("", Map.of("name", "a")), 400, "invalid_request");
        }
    }
}
