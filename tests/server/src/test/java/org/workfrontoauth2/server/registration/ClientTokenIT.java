package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Registration, sections 2 and 3: clients take access tokens and use them. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTokenIT {

    private static final String INACTIVE = "{\"active\":false}";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Software software;
    private final String id;
    private final String statement;

    ClientTokenIT(KeycloakServer keycloak) {
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
    void aClientTakesAsManyAsItLikes() {
        Device device = Device.of(realm);
        Device.Registered client = device.registered(statement);
        realm.realm().events().clear();

        Answer one = device.token(client);
        Answer two = device.token(client);

        assertThat(one.status()).as(one.toString()).isEqualTo(201);
        assertThat(Device.members(one)).containsExactly("id", "access_token", "created_at", "expires_in", "token_type");
        assertThat(one.member("token_type")).isEqualTo("bearer");
        assertThat(one.body().get("expires_in").asLong()).isEqualTo(21600);
        assertThat(one.body().get("created_at").asLong() / 1000)
                .isCloseTo(keycloak.clock().seconds(), org.assertj.core.data.Offset.offset(60L));
        assertThat(one.member("access_token")).isNotEqualTo(two.member("access_token"));
        assertThat(one.headers().all("Cache-Control")).containsExactly("no-store");
        for (Answer answer : List.of(one, two)) {
            assertThat(device.validate(answer.member("access_token")).status()).isEqualTo(200);
        }
        assertThat(realm.realm().events().all())
                .extracting(Event::type)
                .containsOnly("CLIENT_LOGIN", "INTROSPECT_TOKEN");
        assertThat(realm.realm().events().all().toString())
                .doesNotContain(one.member("access_token"))
                .doesNotContain(client.secret());
    }

    /** As one public client does it; no log has the query, that of requests included. */
    @Test
    void theParametersMayBeInTheQuery() {
        for (Device device : List.of(Device.of(realm), Device.onHost(realm))) {
            Device.Registered client = device.registered(statement);
            long end = keycloak.log().end();

            Answer answer = device.send(Request.of("POST", device.base() + "/o/client/token?" + Device.fields(client))
                    .body(Device.JSON, ""));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            awaitInAccessLog(end, device.address() + ".*\"POST .*/o/client/token HTTP/1.1\" 201");
            assertThat(keycloak.log().since(end))
                    .doesNotContain(client.secret())
                    .doesNotContain("client_secret");
        }
    }

    /** Clients also come too fast, and get methods and paths wrong. */
    @Test
    void noRefusedRequestPutsItsQueryIntoALog() {
        Device device = Device.of(realm);
        Device.Registered client = device.registered(statement);
        long end = keycloak.log().end();
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            Device.of(realm).send(Request.of(method, device.base() + "/o/client/token?" + Device.fields(client)));
        }
        for (String path : List.of("/register", "/validate", "/token/x", "/token/", "/scopes", "")) {
            Device.of(realm)
                    .send(Request.of("POST", device.base() + "/o/client" + path + "?" + Device.fields(client))
                            .body(Device.JSON, ""));
        }
        Device fast = Device.of(realm);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            statuses.add(fast.send(Request.of("POST", fast.base() + "/o/client/token?" + Device.fields(client))
                            .body(Device.JSON, ""))
                    .status());
        }

        assertThat(statuses).contains(201, 429);
        awaitInAccessLog(end, fast.address() + ".*\"POST .*/o/client/token HTTP/1.1\" 429");
        assertThat(keycloak.log().since(end)).doesNotContain(client.secret()).doesNotContain("client_secret");
    }

    private void awaitInAccessLog(long end, String line) {
        Pattern pattern = Pattern.compile(line);
        Awaitility.await("the access log")
                .atMost(Duration.ofSeconds(10))
                .until(() -> pattern.matcher(keycloak.log().since(end)).find());
    }

    @Test
    void aRealmMaySwitchThatOff() {
        try (OwnRealm strict = Software.realm(keycloak)) {
            Software.set(strict, "workfront.registration.token.query", "false");
            Software own = Software.in(strict);
            Device device = Device.of(strict);
            Device.Registered client = device.registered(own.statement(own.create()));

            Answer answer = device.send(Request.of("POST", device.base() + "/o/client/token?" + Device.fields(client))
                    .body(Device.JSON, ""));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }

    @Test
    void aResourceServerLearnsWhoseItIs() {
        Device device = Device.of(realm);
        Answer registration = device.register(
                statement, "X-Device-Info", Device.info("{\"model\":\"AppleTV5,3\",\"osName\":\"tvOS\"}"));
        Device.Registered client =
                new Device.Registered(registration.member("client_id"), registration.member("client_secret"));

        JsonNode members = Device.introspect(realm, device.accessToken(client)).body();

        assertThat(members.get("active").booleanValue()).isTrue();
        assertThat(members.get("client_id").asText()).isEqualTo(client.clientId());
        assertThat(members.get("scope").asText()).isEqualTo(Software.SCOPE);
        assertThat(members.get("token_type").asText()).isEqualTo("bearer");
        assertThat(members.get("software_id").asText()).isEqualTo(id);
        assertThat(members.get("software_version").asText()).isEqualTo("1.0");
        assertThat(members.get("exp").asLong() - members.get("iat").asLong()).isEqualTo(21600);
        assertThat(members.get("device").toString()).isEqualTo("{\"model\":\"AppleTV5,3\",\"osName\":\"tvOS\"}");
    }

    /** RFC 7662, 2.1: a hint is no more than that. */
    @Test
    void aHintChangesNothing() {
        Device device = Device.of(realm);
        String token = device.accessToken(device.registered(statement));

        assertThat(Device.resourceServer(realm).introspectRefreshToken(token).body())
                .isEqualTo(Device.introspect(realm, token).body());
    }

    @Test
    void itLivesSixHours() {
        Device device = Device.of(realm);
        Device.Registered client = device.registered(statement);
        String token = device.accessToken(client);

        keycloak.clock().advance(Duration.ofHours(6).plusSeconds(1));

        Answer answer = device.validate(token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_token\"}");
        assertThat(answer.headers().all("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(Device.introspect(realm, token).text()).isEqualTo(INACTIVE);
        assertThat(device.token(client).status()).isEqualTo(201);
    }

    @Test
    void itsLifeIsASetting() {
        try (OwnRealm other = Software.realm(keycloak)) {
            Software.set(other, "workfront.registration.token.seconds", "86400");
            Software own = Software.in(other);
            Device device = Device.of(other);

            Answer answer = device.token(device.registered(own.statement(own.create())));

            assertThat(answer.body().get("expires_in").asLong()).isEqualTo(86400);
        }
    }

    @Test
    void theScopesAreThoseOfTheApplicationNow() {
        String application = software.create();
        Device device = Device.of(realm);
        String token = device.accessToken(device.registered(software.statement(application)));

        software.caller().patch("/" + application, "{\"scopes\": [\"a\", \"b\"]}");

        assertThat(device.scopes(token).text()).isEqualTo("{\"scopes\":[\"a\",\"b\"]}");
        assertThat(Device.introspect(realm, token).member("scope")).isEqualTo("a b");
    }

    @Test
    void aRevokedApplicationTakesItsClientsAlong() {
        String application = software.create();
        String own = software.statement(application);
        Device device = Device.of(realm);
        Device.Registered client = device.registered(own);
        String token = device.accessToken(client);

        software.revoke(application);
        realm.realm().events().clear();

        assertThat(device.register(own).text()).isEqualTo("{\"error\":\"unapproved_software_statement\"}");
        assertThat(device.token(client).text()).isEqualTo("{\"error\":\"unauthorized_client\"}");
        assertDead(device, token);
        assertThat(realm.realm().events().errors())
                .extracting(event -> event.type() + " " + event.error())
                .containsExactlyInAnyOrder(
                        "CLIENT_REGISTER_ERROR not_allowed",
                        "CLIENT_LOGIN_ERROR client_disabled",
                        "INTROSPECT_TOKEN_ERROR client_disabled",
                        "INTROSPECT_TOKEN_ERROR client_disabled",
                        "INTROSPECT_TOKEN_ERROR client_disabled");
    }

    @Test
    void aDeletedApplicationTakesItsClientsAlong() {
        String application = software.create();
        String own = software.statement(application);
        Device device = Device.of(realm);
        Device.Registered client = device.registered(own);
        String token = device.accessToken(client);

        software.delete(application);

        assertThat(device.register(own).text()).isEqualTo("{\"error\":\"unapproved_software_statement\"}");
        assertThat(device.token(client).text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertDead(device, token);
    }

    @Test
    void aDeletedClientIsGone() {
        Device device = Device.of(realm);
        Device.Registered client = device.registered(statement);
        String token = device.accessToken(client);

        assertThat(software.caller()
                        .delete("/" + id + "/clients/" + client.clientId())
                        .status())
                .isEqualTo(204);

        assertThat(device.token(client).text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertDead(device, token);
        assertThat(device.register(statement).status()).isEqualTo(201);
    }

    private void assertDead(Device device, String token) {
        for (Answer answer : List.of(device.validate(token), device.scopes(token))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text())
                    .isEqualTo("{\"error\":\"invalid_access_token_client_application\","
                            + "\"action\":\"application-registration\"}");
        }
        assertThat(Device.introspect(realm, token).text()).isEqualTo(INACTIVE);
    }

    /** Off by default. */
    @Test
    void unusedClientsAreRemovedIfTheRealmSaysSo() {
        Device device = Device.of(realm);
        Device.Registered kept = device.registered(statement);
        try (OwnRealm tidy = Software.realm(keycloak)) {
            Software.set(tidy, "workfront.registration.unused.days", "30");
            Software own = Software.in(tidy);
            String ownStatement = own.statement(own.create());
            Device tidyDevice = Device.of(tidy);
            Device.Registered unused = tidyDevice.registered(ownStatement);
            Device.Registered used = tidyDevice.registered(ownStatement);

            keycloak.clock().advance(Duration.ofDays(20));
            tidyDevice.accessToken(used);
            keycloak.clock().advance(Duration.ofDays(11));
            keycloak.clock().run("workfront-unused-clients");

            assertThat(tidyDevice.token(unused).member("error")).isEqualTo("invalid_client");
            assertThat(tidyDevice.token(used).status()).isEqualTo(201);
        }
        assertThat(device.token(kept).status()).isEqualTo(201);
    }

    @Test
    void whoMayNotIntrospectLearnsNothing() {
        Device device = Device.of(realm);
        String token = device.accessToken(device.registered(statement));
        realm.realm().clients().change("acme-api", client -> client.withObject("/attributes")
                .put("workfront.introspect", "false"));
        try {
            assertThat(Device.introspect(realm, token).text()).isEqualTo(INACTIVE);
        } finally {
            realm.realm().clients().change("acme-api", client -> client.withObject("/attributes")
                    .put("workfront.introspect", "true"));
        }
    }
}
