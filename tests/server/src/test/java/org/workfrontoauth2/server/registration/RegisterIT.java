package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Registration, section 1: devices register with a software statement. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterIT {

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Software software;
    private final String id;
    private final String statement;

    RegisterIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
        this.id = software.create();
        this.statement = software.statement(id);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    @Test
    void aDeviceGetsCredentialsOfItsOwn() {
        realm.realm().events().clear();

        Answer answer = Device.of(realm)
                .post(
                        "register",
                        "application/json;charset=utf-8",
                        "{\"software_statement\": \"" + statement + "\", \"redirect_uri\": \"https://app.example/tv\","
                                + " \"unknown\": [1]}",
                        "Accept",
                        "application/json;charset=utf-8");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(Device.members(answer))
                .containsExactly(
                        "client_id", "client_secret", "client_id_issued_at", "redirect_uris", "grant_types", "scopes");
        assertThat(answer.body().get("redirect_uris").toString()).isEqualTo("[\"https://app.example/tv\"]");
        assertThat(answer.body().get("grant_types").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(answer.body().get("scopes").toString()).isEqualTo("[\"" + Software.SCOPE + "\"]");
        assertThat(answer.body().get("client_id_issued_at").asLong())
                .isCloseTo(keycloak.clock().seconds(), org.assertj.core.data.Offset.offset(60L));
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        Event event = realm.realm().events().all().get(0);
        assertThat(event.type()).isEqualTo("CLIENT_REGISTER");
        assertThat(event.clientId()).isEqualTo(answer.member("client_id"));
        assertThat(event.details().path("software_id").asText()).isEqualTo(id);
    }

    /** They are no clients of Keycloak's and no OAuth2 applications. */
    @Test
    void oneStatementRegistersAnyNumberOfDevices() {
        int before = keycloakClients();
        Set<String> clients = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            clients.add(Device.of(realm).registered(statement).clientId());
        }

        assertThat(clients).hasSize(12);
        assertThat(keycloakClients()).isEqualTo(before);
        assertThat(realm.applications().caller().get("").body().get("count").asInt())
                .isZero();
        assertThat(software.get(id).get("clients").asInt()).isGreaterThanOrEqualTo(12);
        assertThat(software.get(id).get("lastRegistrationAt").asText()).endsWith("Z");
    }

    private int keycloakClients() {
        return keycloak.admin().get(realm.name() + "/clients").size();
    }

    @Test
    void theHostItselfIsServedToo() {
        Device device = Device.onHost(realm);
        Device.Registered client = device.registered(statement);

        assertThat(device.validate(device.accessToken(client)).status()).isEqualTo(200);
    }

    @Test
    void whatTheDeviceSaysIsKept() {
        Answer answer = Device.of(realm)
                .register(
                        statement,
                        "X-Device-Info",
                        Device.info("{\n \"primaryHardwareType\" : \"SetTopBox\",\n \"model\" : \"TV 5th Gen\",\n"
                                + " \"osName\": \"tvOS\"\n \"osVersion\" : \"11.0\" }"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode client = software.caller()
                .get("/" + id + "/clients/" + answer.member("client_id"))
                .body();
        assertThat(client.get("device").toString())
                .isEqualTo("{\"primaryHardwareType\":\"SetTopBox\",\"model\":\"TV 5th Gen\",\"osName\":\"tvOS\","
                        + "\"osVersion\":\"11.0\"}");
    }

    @Test
    void withoutTheHeaderTheUserAgentSaysIt() {
        Answer answer = Device.of(realm).register(statement, "User-Agent", "Roku/DVP-9.10 (519.10E04111A)");

        JsonNode client = software.caller()
                .get("/" + id + "/clients/" + answer.member("client_id"))
                .body();
        assertThat(client.at("/device/osName").asText()).isEqualTo("Roku OS");
        assertThat(client.at("/device/primaryHardwareType").asText()).isEqualTo("Unknown");
    }

    @Test
    void aStatementSurvivesTheRotationOfTheRealmsKeysAsLongAsTheOldOneIsKept() {
        try (OwnRealm rotating = Software.realm(keycloak)) {
            Software own = Software.in(rotating);
            String application = own.create();
            String old = own.statement(application);
            Device device = Device.of(rotating);
            Device.Registered client = device.registered(old);
            String token = device.accessToken(client);

            rotating.realm().keys().rotate();

            assertThat(device.register(old).status()).isEqualTo(201);
            assertThat(device.validate(token).status()).isEqualTo(200);
            String renewed = new Software(rotating.serverAdministrator().below("/registered-applications"))
                    .statement(application);
            assertThat(renewed).isNotEqualTo(old);
            assertThat(device.register(renewed).status()).isEqualTo(201);

            rotating.realm().keys().removePassive();

            assertThat(device.register(old).member("error")).isEqualTo("invalid_software_statement");
            assertThat(device.register(renewed).status()).isEqualTo(201);
            assertThat(device.validate(token).status()).isEqualTo(401);
            assertThat(device.token(client).status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) {
        for (String path : List.of("register", "token", "validate")) {
            Device device = Device.of(realm);
            Answer answer = device.send(Request.of(method, device.base() + "/o/client/" + path));

            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.headers().all("Allow")).containsExactly("POST");
            assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"register, POST", "token, POST", "validate, POST", "scopes, GET"})
    void whereItIsSwitchedOffThereIsNothing(String path, String method) {
        try (OwnRealm off = OwnRealm.served(keycloak)) {
            for (Device device : List.of(Device.of(off), Device.onHost(off))) {
                assertThat(device.send(Request.of(method, device.base() + "/o/client/" + path))
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void theServersOwnRealmNeverServesIt() {
        Device device = new Device(realm.server(), keycloak.base() + "/realms/master", Device.nextAddress());

        assertThat(device.register(statement).status()).isEqualTo(404);
    }

    @Test
    void theDemosApplicationCameWithItsRealm() {
        JsonNode tv = keycloak.admin().get("acme/registered-applications/acme-tv");

        assertThat(tv.get("scopes").toString()).isEqualTo("[\"api:client:v2\"]");
        assertThat(tv.get("redirectDomains").toString()).isEqualTo("[\"app.example\"]");
        assertThat(tv.get("customSchemes").toString()).isEqualTo("[\"adobepass\"]");
        assertThat(keycloak.admin()
                        .get("acme")
                        .at("/attributes/workfront.registered.applications")
                        .isMissingNode())
                .isTrue();
    }
}
