package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.Ordinary;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Gateway;
import org.workfrontoauth2.walkthrough.Request;

/** The contract's settings in a realm are for whoever may administer the realm, and each has its rule. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {

    private static final String PATH = "/oauth2-applications-settings";
    private static final String SECRET = PATH + "/verify-secret";

    /** Once is luck: the moment between what is stored and what the caches say is short. */
    private static final int ROUNDS = 20;

    private final OwnRealm realm;
    private final Caller owner;

    SettingsIT(@Ordinary OwnRealm realm) {
        this.realm = realm;
        this.owner = realm.as(OwnRealm.OWNER);
    }

    @Test
    void theServersOwnRealmIsNeverServed() {
        Caller master = new Caller(
                realm.server(),
                realm.base() + "/admin/realms/master",
                realm.keycloak().admin().token());

        assertRefused(master.put("/oauth2-applications-settings", Map.of("enabled", true)), 400, "invalid_request")
                .saying("OAuth2 applications are not available in the realm whose users administer the server.");
    }

    @Test
    void ofChangesAtOnceToTheSameStateOneSucceeds() throws Exception {
        try (OwnRealm own = OwnRealm.served(realm.keycloak())) {
            Caller caller = own.as(OwnRealm.OWNER);
            for (int round = 1; round <= ROUNDS; round++) {
                int lowest = 20 * round;
                String tag = caller.get(PATH).headers().first("ETag").orElseThrow();

                List<Answer> answers = AtOnce.all(IntStream.range(lowest, lowest + 10)
                        .<Callable<Answer>>mapToObj(
                                limit -> () -> caller.send("PUT", PATH, Map.of("limit", limit), "If-Match", tag))
                        .toList());

                assertThat(answers)
                        .as("round %d", round)
                        .filteredOn(answer -> answer.status() == 200)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() != 200)
                        .allSatisfy(answer -> assertRefused(answer, 412, "conflict"));
            }
        }
    }

    @Test
    void anOrdinaryRealmIsSwitchedOff() {
        Answer answer = owner.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "enabled",
                        "limit",
                        "customerId",
                        "sessionIdInQuery",
                        "verifyAddresses",
                        "verifyCacheSeconds",
                        "verifyHasSecret");
        assertThat(answer.body().get("enabled").asBoolean(true)).isFalse();
        assertThat(answer.body().get("limit").asInt()).isEqualTo(10);
        assertThat(answer.body().get("customerId").isNull()).isTrue();
        assertThat(answer.body().get("sessionIdInQuery").asBoolean(false)).isTrue();
        assertThat(answer.body().get("verifyAddresses").isNull()).isTrue();
        assertThat(answer.body().get("verifyCacheSeconds").asInt(1)).isZero();
        assertThat(answer.body().get("verifyHasSecret").asBoolean(true)).isFalse();
    }

    @Test
    void anOrdinaryRealmHasNoApplications() {
        Applications applications = realm.applications();

        assertThat(applications.list().get("count").asInt()).isZero();
        assertRefused(applications.caller().post("", Map.of("type", "web", "name", "It")), 400, "invalid_request")
                .saying("OAuth2 applications are not switched on in this realm. Set enabled in the settings.");
    }

    @ParameterizedTest
    @ValueSource(strings = {OwnRealm.MANAGER, OwnRealm.VIEWER, OwnRealm.USER})
    void whoeverMayNotManageTheRealmNeitherReadsNorWritesThem(String user) {
        Caller caller = realm.as(user);

        assertRefused(caller.get(PATH), 403, "forbidden");
        assertRefused(caller.put(PATH, Map.of("limit", 100)), 403, "forbidden");
        assertThat(owner.get(PATH).body().get("limit").asInt()).isEqualTo(10);
    }

    @Test
    void withoutATokenNobodyDoes() {
        assertThat(realm.with("").get(PATH).status()).isEqualTo(401);
        assertThat(realm.with("").put(PATH, Map.of("enabled", true)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"enabled": "true"}   | enabled must be true or false.
            {"enabled": null}     | enabled must be true or false.
            {"limit": -1}         | limit must be a whole number from 0 to 100000.
            {"limit": 100001}     | limit must be a whole number from 0 to 100000.
            {"limit": 1.5}        | limit must be a whole number from 0 to 100000.
            {"limit": "10"}       | limit must be a whole number from 0 to 100000.
            {"limit": null}       | limit must be a whole number from 0 to 100000.
            {"customerId": "x"}   | customerId must be 32 hexadecimal digits in lower case.
            {"customerId": null}  | customerId must be 32 hexadecimal digits in lower case.
            {"requireJti": true}  | The request has a member that is unknown or read-only.
            {"sessionIdInQuery": 1}              | sessionIdInQuery must be true or false.
            {"verifyHasSecret": "yes"}           | verifyHasSecret must be true or false.
            {"verifyCacheSeconds": 61}           | verifyCacheSeconds must be a whole number from 0 to 60.
            {"verifyCacheSeconds": -1}           | verifyCacheSeconds must be a whole number from 0 to 60.
            {"verifyCacheSeconds": null}         | verifyCacheSeconds must be a whole number from 0 to 60.
            {"verifyAddresses": "10.0.0.1"}      | verifyAddresses must be a list of at most 100 IP addresses and ranges, such as 10.0.0.0/8 or fd00::/8.
            {"verifyAddresses": ["localhost"]}   | verifyAddresses must be a list of at most 100 IP addresses and ranges, such as 10.0.0.0/8 or fd00::/8.
            {"verifyAddresses": ["::1", 1]}      | verifyAddresses must be a list of at most 100 IP addresses and ranges, such as 10.0.0.0/8 or fd00::/8.
            {"verifyAddresses": ["::1,::2"]}     | verifyAddresses must be a list of at most 100 IP addresses and ranges, such as 10.0.0.0/8 or fd00::/8.
            {"limit": 3, "x": 1}  | The request has a member that is unknown or read-only.
            []                    | The request body must be a JSON object.
            """)
    void whatBreaksARuleChangesNothing(String body, String sentence) {
        JsonNode before = owner.get(PATH).body();

        assertRefused(owner.put(PATH, body), 400, "invalid_request").saying(sentence);
        assertThat(owner.get(PATH).body()).isEqualTo(before);
    }

    @Test
    void whatGatewaysMayDoIsWrittenAndReadBack() {
        try (OwnRealm own = OwnRealm.served(realm.keycloak())) {
            Caller caller = own.as(OwnRealm.OWNER);
            Map<String, Object> changes = Map.of(
                    "verifyAddresses",
                    List.of("10.0.0.0/8", "fd00::1"),
                    "verifyCacheSeconds",
                    5,
                    "sessionIdInQuery",
                    false,
                    "verifyHasSecret",
                    true);

            JsonNode written = caller.put(PATH, changes).body();

            assertThat(written.get("verifyAddresses").toString()).isEqualTo("[\"10.0.0.0/8\",\"fd00::1\"]");
            assertThat(written.get("verifyCacheSeconds").asInt()).isEqualTo(5);
            assertThat(written.get("sessionIdInQuery").asBoolean(true)).isFalse();
            assertThat(written.get("verifyHasSecret").asBoolean(true)).isFalse();
            assertThat(caller.get(PATH).body()).isEqualTo(written);
            assertThat(caller.put(PATH, "{\"verifyAddresses\": []}")
                            .body()
                            .get("verifyAddresses")
                            .toString())
                    .isEqualTo("[]");
            assertThat(caller.put(PATH, "{\"verifyAddresses\": null}")
                            .body()
                            .get("verifyAddresses")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void theSecretOfGatewaysIsShownOnceAndTheOneBeforeCountsUntilTheNext() {
        try (OwnRealm own = OwnRealm.served(realm.keycloak())) {
            Caller caller = own.as(OwnRealm.OWNER);
            assertThat(asked(own, "")).isEqualTo(401);

            String first = secret(caller);

            assertThat(asked(own, "")).isEqualTo(403);
            assertThat(asked(own, first + "x")).isEqualTo(403);
            assertThat(asked(own, first)).isEqualTo(401);
            assertThat(caller.get(PATH).body().get("verifyHasSecret").asBoolean(false))
                    .isTrue();
            String second = secret(caller);
            assertThat(asked(own, first)).isEqualTo(401);
            assertThat(asked(own, second)).isEqualTo(401);
            String third = secret(caller);
            assertThat(asked(own, first)).isEqualTo(403);
            assertThat(asked(own, third)).isEqualTo(401);
            assertThat(caller.delete(SECRET).status()).isEqualTo(204);
            assertThat(asked(own, third)).isEqualTo(401);
            assertThat(asked(own, "")).isEqualTo(401);
            assertThat(caller.get(PATH).text() + caller.get("").text() + own.adminEvents())
                    .doesNotContain(first, second, third);
            assertThat(own.adminEvents())
                    .filteredOn(event -> event.path("resourcePath").asText().endsWith("verify-secret"))
                    .hasSize(4);
        }
    }

    private static String secret(Caller caller) {
        Answer made = caller.post(SECRET, null);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().all("Cache-Control")).contains("no-store");
        assertThat(made.member("header")).isEqualTo("X-Workfront-Verify-Secret");
        assertThat(made.member("verifySecret")).matches("[A-Za-z0-9_-]{43}");
        return made.member("verifySecret");
    }

    /** The status of an answer to a gateway that sends this secret. */
    private static int asked(OwnRealm own, String secret) {
        Gateway gateway = new Gateway(own.server(), own.organisation());
        return gateway.verify(Request.get(gateway.address()).header("X-Workfront-Verify-Secret", secret))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {OwnRealm.MANAGER, OwnRealm.VIEWER, OwnRealm.USER})
    void whoeverMayNotManageTheRealmMakesNoSecret(String user) {
        assertRefused(realm.as(user).post(SECRET, null), 403, "forbidden");
        assertRefused(realm.as(user).delete(SECRET), 403, "forbidden");
    }
}
