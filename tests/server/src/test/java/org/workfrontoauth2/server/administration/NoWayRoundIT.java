package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What the contract forbids an application is refused however it is written, with a sentence that Keycloak's console shows,
 * and leaves nothing behind.
 */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoWayRoundIT {

    private static final String CLIENT_ID = "through-the-door";

    private final OwnRealm realm;

    NoWayRoundIT(OwnRealm realm) {
        this.realm = realm;
    }

    @AfterEach
    void deleteClient() {
        for (JsonNode client : found()) {
            realm.as(OwnRealm.OWNER).delete("/clients/" + client.get("id").asText());
        }
    }

    static Stream<Arguments> everyProhibitionAtEveryDoor() {
        return Arrays.stream(Prohibition.values())
                .flatMap(prohibition -> Arrays.stream(Door.values()).map(door -> Arguments.of(prohibition, door)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyProhibitionAtEveryDoor")
    void whatIsForbiddenIsRefused(Prohibition prohibition, Door door) {
        door.prepare(realm, CLIENT_ID);
        JsonNode before = found();
        JsonNode event = newestEvent();

        Answer answer = door.write(realm, prohibition.client(CLIENT_ID));

        assertRefused(answer, 400).mentioning(prohibition.words());
        assertThat(found()).isEqualTo(before);
        assertThat(newestEvent()).isEqualTo(event);
    }

    /** So it is the offence that is refused. */
    @ParameterizedTest
    @EnumSource
    void withoutTheOffenceItPasses(Door door) {
        door.prepare(realm, CLIENT_ID);

        Answer answer = door.write(realm, Prohibition.application(CLIENT_ID));

        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 204);
        assertThat(realm.applications().get(CLIENT_ID).get("type").asText()).isEqualTo("single-page");
    }

    /** What does not fit Keycloak's columns, or no database at all: an error without a sentence for an ordinary client. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            clientId    | "clientId": "256"
            rootUrl     | "rootUrl": "https://app.example/256"
            baseUrl     | "baseUrl": "https://app.example/256"
            adminUrl    | "adminUrl": "https://app.example/256"
            webOrigins  | "webOrigins": ["https://256"]
            attributes  | "attributes": {"workfront.application.type": "single-page", "256": "x"}
            name        | "name": "a\\ud800b"
            attributes  | "attributes": {"workfront.application.type": "single-page", "it": "a\\u0000b"}
            """)
    void whatCannotBeKeptIsRefused(String field, String member) {
        String client = Prohibition.application(CLIENT_ID).toString().replaceFirst("}$", "");
        String sent = client + ", " + member.replace("256", "x".repeat(256)) + "}";

        Answer answer = realm.as(OwnRealm.MANAGER).post("/clients", sent);

        assertRefused(answer, 400).mentioning("The field " + field + " of an OAuth2 application");
        assertThat(realm.applications().list().get("count").asInt()).isZero();
    }

    /** A path with such a client ID is the path above it: that of all applications, or of the realm. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aClientIdThatIsAStepInThePathIsRefused(String clientId) {
        Answer answer = realm.as(OwnRealm.MANAGER).post("/clients", Prohibition.application(clientId));

        assertRefused(answer, 400).mentioning("must not be . or ..");
        assertThat(realm.applications().list().get("count").asInt()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CHANGE", "OVERWRITING_PARTIAL_IMPORT"})
    void oneMoreThanTheLimitIsRefused(Door door) {
        limit(0);
        try {
            door.prepare(realm, CLIENT_ID);
            JsonNode before = found();

            Answer answer = door.write(realm, Prohibition.application(CLIENT_ID));

            assertRefused(answer, 409).mentioning("limit of OAuth2 applications, which is 0.");
            assertThat(found()).isEqualTo(before);
            assertThat(realm.applications().list().get("count").asInt()).isZero();
        } finally {
            limit(10);
        }
    }

    /** RFC 8252, 7.1: phones use them. */
    @ParameterizedTest
    @EnumSource
    void aSinglePageApplicationMayHaveACustomScheme(Door door) {
        door.prepare(realm, CLIENT_ID);
        var client = Prohibition.application(CLIENT_ID);
        client.putArray("redirectUris").add("com.example.app:/cb");

        Answer answer = door.write(realm, client);

        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 204);
        assertThat(realm.applications().get(CLIENT_ID).at("/redirectUrls/0").asText())
                .isEqualTo("com.example.app:/cb");
    }

    /** Users are asked, whatever the client says. */
    @ParameterizedTest
    @EnumSource
    void consentIsAlwaysAsked(Door door) {
        door.prepare(realm, CLIENT_ID);
        var client = Prohibition.application(CLIENT_ID).put("consentRequired", false);
        client.withObject("/attributes").put("display.on.consent.screen", "false");

        Answer answer = door.write(realm, client);

        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 204);
        assertThat(found().at("/0/consentRequired").asBoolean()).isTrue();
        assertThat(found().at("/0/attributes/display.on.consent.screen").asText())
                .isEqualTo("true");
    }

    private JsonNode found() {
        return realm.as(OwnRealm.OWNER).get("/clients?clientId=" + CLIENT_ID).body();
    }

    private JsonNode newestEvent() {
        return realm.as(OwnRealm.OWNER).get("/admin-events?max=1").body();
    }

    private void limit(int limit) {
        Answer answer = realm.as(OwnRealm.OWNER).put("/oauth2-applications-settings", Map.of("limit", limit));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
