package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Assertion;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** The JWT exchange (contract, section 5): what is accepted, and what attackers try. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeIT {

    private static final String CUSTOMER = "0123456789abcdef".repeat(2);

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Applications applications;

    private Application machine;
    private JsonNode pair;

    ExchangeIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = OwnRealm.served(keycloak);
        this.applications = realm.applications();
    }

    @BeforeAll
    void createApplication() {
        machine = create();
        pair = keyPair(machine);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    private Application create() {
        JsonNode created = applications.create("machine-to-machine");
        return new Application(
                created.get("clientId").asText(), created.get("clientSecret").asText(), "");
    }

    private JsonNode keyPair(Application application) {
        Answer answer = applications.caller().post("/" + application.clientId() + "/key-pairs", null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private ObjectNode claims() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", CUSTOMER)
                .put("sub", pair.get("subject").asText())
                .put("exp", keycloak.clock().seconds() + 180);
    }

    private String sign(ObjectNode claims) {
        return Assertion.with(pair.get("privateKey").asText()).sign(claims);
    }

    private Answer exchange(Application application, String jwt) {
        return new WorkfrontClient(realm.server(), realm.organisation(), application).exchangeJwt(jwt);
    }

    private boolean alive(String sessionId) {
        return new ResourceServer(realm.server(), realm.organisation()).accepts(sessionId);
    }

    @Test
    void aSignedJwtBringsASessionIdInTheNameOfTheKeysUser() {
        Answer answer = exchange(machine, sign(claims()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "expires_in", "wid");
        assertThat(alive(answer.member("access_token"))).isTrue();
    }

    @Test
    void exchangesAtEveryCallLeaveOneRow() {
        exchange(machine, sign(claims()));
        long before = keycloak.clock().rows("workfront_grant");

        String jwt = sign(claims());
        for (int i = 0; i < 100; i++) {
            assertThat(exchange(machine, jwt).status()).isEqualTo(200);
        }

        assertThat(keycloak.clock().rows("workfront_grant")).isEqualTo(before);
    }

    @Test
    void aJwtWithAnIdIsGoodOnce() {
        String jwt = sign(claims().put("jti", "once"));

        assertThat(exchange(machine, jwt).status()).isEqualTo(200);
        assertRefused(exchange(machine, jwt), "invalid_grant");
        assertRefused(exchange(machine, sign(claims().put("jti", "once").put("iat", 1))), "invalid_grant");
    }

    Stream<Arguments> wrongClaims() {
        long now = keycloak.clock().seconds();
        return Stream.of(
                Arguments.of("another organisation", change(claims -> claims.put("iss", "f".repeat(32)))),
                Arguments.of("no organisation", change(claims -> without(claims, "iss"))),
                Arguments.of("another user", change(claims -> claims.put("sub", "e".repeat(32)))),
                Arguments.of("no user", change(claims -> without(claims, "sub"))),
                Arguments.of("no end", change(claims -> without(claims, "exp"))),
                Arguments.of("expired", change(claims -> claims.put("exp", now - 60))),
                Arguments.of("an end too far", change(claims -> claims.put("exp", now + 2 * 3600))),
                Arguments.of("from the future", change(claims -> claims.put("nbf", now + 600))),
                Arguments.of("for somebody else", change(claims -> claims.put("aud", "https://other.example"))));
    }

    private static ObjectNode without(ObjectNode claims, String member) {
        claims.remove(member);
        return claims;
    }

    private static UnaryOperator<ObjectNode> change(UnaryOperator<ObjectNode> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void whatTheRulesForbidIsRefused(String name, UnaryOperator<ObjectNode> change) {
        ObjectNode claims = claims();
        ObjectNode changed = change.apply(claims);

        assertRefused(exchange(machine, sign(changed)), "invalid_grant");
    }

    Stream<Arguments> forgeries() {
        String good = sign(claims());
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of("no signature", header("none") + "." + parts[1] + "."),
                Arguments.of("alg none", header("none") + "." + parts[1] + "." + parts[2]),
                Arguments.of("alg HS256", header("HS256") + "." + parts[1] + "." + parts[2]),
                Arguments.of("alg RS384", header("RS384") + "." + parts[1] + "." + parts[2]),
                Arguments.of("padded", good + "="),
                Arguments.of("another payload", parts[0] + "." + base64("{\"iss\":\"x\"}") + "." + parts[2]),
                Arguments.of("two parts", parts[0] + "." + parts[1]),
                Arguments.of("four parts", good + ".x"),
                Arguments.of("oversized", good + "A".repeat(9000)),
                Arguments.of("nothing readable", "a.b.c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeriesAreRefused(String name, String jwt) {
        Answer answer = exchange(machine, jwt);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("type")).isIn("invalid_grant", "invalid_request");
    }

    @Test
    void aKeyOfAnotherApplicationOpensNothing() {
        Application other = create();

        assertRefused(exchange(other, sign(claims())), "invalid_grant");
    }

    @Test
    void aDeletedKeyStopsAtOnceWithWhatItBrought() {
        Application other = create();
        JsonNode key = keyPair(other);
        String jwt = Assertion.with(key.get("privateKey").asText()).sign(claims());
        String sessionId = exchange(other, jwt).member("access_token");
        assertThat(alive(sessionId)).isTrue();

        Answer deleted = applications
                .caller()
                .delete("/" + other.clientId() + "/public-keys/"
                        + key.get("kid").asText());

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(alive(sessionId)).isFalse();
        assertRefused(exchange(other, jwt), "invalid_grant");
    }

    @Test
    void whoDoesNotAuthenticateIsToldNothingOfTheJwt() {
        Application impostor = new Application(machine.clientId(), "wrong", "");

        Answer good = exchange(impostor, sign(claims()));
        Answer bad = exchange(impostor, "a.b.c");

        assertThat(good.status()).isEqualTo(401);
        assertThat(good.text()).isEqualTo(bad.text());
    }

    @Test
    void aKeyForSomebodyElseNeedsTheRoleToImpersonate() {
        Answer answer =
                applications.caller().post("/" + machine.clientId() + "/key-pairs", Map.of("user", OwnRealm.USER));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.member("error")).isEqualTo("forbidden");
    }

    @Test
    void anAdministratorOfTheServerNamesTheUser() {
        Applications server = new Applications(realm.serverAdministrator());

        Answer nobody = server.caller().post("/" + machine.clientId() + "/key-pairs", null);
        Answer named = server.caller().post("/" + machine.clientId() + "/key-pairs", Map.of("user", OwnRealm.USER));

        assertThat(nobody.member("error")).isEqualTo("subject_required");
        assertThat(named.status()).as(named.toString()).isEqualTo(201);
    }

    private static void assertRefused(Answer answer, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("type")).isEqualTo(type);
    }

    private static String header(String algorithm) {
        return base64("{\"alg\":\"" + algorithm + "\"}");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
