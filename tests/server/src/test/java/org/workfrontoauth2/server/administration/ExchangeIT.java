package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;

/** The JWT exchange (contract, section 5): what is accepted, and what attackers try. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeIT {

    private static final String ERROR = "OAUTH2_EXTENSION_GRANT_ERROR";
    /** What may be part of a word. */
    private static final int SHORT = 12;

    private static final String MALFORMED = "The jwt_token cannot be read";
    private static final String NO_KEY =
            "The signature of the JWT matches no public key of this user in this application.";
    private static final String NO_SUBJECT =
            "The sub of the JWT is no ID of a user with a public key in this application.";

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final User user;

    private Machine machine;
    private RsaKey key;

    ExchangeIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.realm = OwnRealm.served(keycloak);
        this.user = realm.realm().users().find(OwnRealm.MANAGER);
    }

    @BeforeAll
    void createApplication() {
        realm.realm().recordEvents();
        machine = Machine.in(realm);
        key = machine.key();
    }

    @AfterEach
    void deleteOtherApplications() {
        for (JsonNode application : realm.applications().list().get("applications")) {
            String clientId = application.get("clientId").asText();
            if (!clientId.equals(machine.clientId())) {
                realm.applications().delete(clientId);
            }
        }
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    private ObjectNode claims() {
        return machine.claims(user);
    }

    private String sign(ObjectNode claims) {
        return Jwt.of(claims).signed(key.pair().getPrivate());
    }

    // What clients send, and get

    @Test
    void aSignedJwtBringsASessionIdInTheNameOfTheKeysUser() {
        Answer answer = machine.exchange(sign(claims()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "expires_in", "wid");
        assertThat(answer.member("token_type")).isEqualTo("sessionID");
        assertThat(answer.member("wid")).isEqualTo(user.wid());
        assertThat(machine.alive(answer.member("access_token"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FORM, BODY", "FORM, BASIC", "JSON, BODY", "JSON, BASIC"})
    void everyCombinationWorks(Encoding encoding, Authentication authentication) {
        Answer answer = machine.client().sending(encoding, authentication).exchangeJwt(sign(claims()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    Stream<Arguments> goodClaims() {
        String base = realm.organisation().contract();
        return Stream.of(
                Arguments.of("a moment late", change(claims -> claims.put("exp", now() - 15))),
                Arguments.of("for an hour", change(claims -> claims.put("exp", now() + 3600))),
                Arguments.of("with fractions", change(claims -> claims.put("exp", now() + 60.5))),
                Arguments.of("with a beginning", change(claims -> claims.put("iat", now())
                        .put("nbf", now()))),
                Arguments.of("a moment early", change(claims -> claims.put("iat", now() + 15))),
                Arguments.of("for this issuer", change(claims -> claims.put("aud", base))),
                Arguments.of(
                        "for this endpoint",
                        change(claims -> claims.put("aud", base + "/integrations/oauth2/api/v1/jwt/exchange"))),
                Arguments.of("for several", change(claims -> {
                    claims.putArray("aud").add("https://other.example").add(base);
                    return claims;
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodClaims")
    void whatTheRulesAllowIsAccepted(String name, UnaryOperator<ObjectNode> change) {
        Answer answer = machine.exchange(sign(change.apply(claims())));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void exchangesAtEveryCallLeaveOneRow() {
        machine.session(key, user);
        long before = keycloak.clock().rows("workfront_grant");

        String jwt = sign(claims());
        for (int i = 0; i < 100; i++) {
            assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        }

        assertThat(keycloak.clock().rows("workfront_grant")).isEqualTo(before);
    }

    @Test
    void anyKeyOfTheUserMayHaveSigned() {
        Machine other = Machine.in(realm);
        RsaKey first = other.key();
        RsaKey second = other.key();

        assertThat(other.exchange(first, user).status()).isEqualTo(200);
        assertThat(other.exchange(second, user).status()).isEqualTo(200);
    }

    // Claims

    Stream<Arguments> badClaims() {
        return Stream.of(
                bad("another organisation", "invalid_issuer", "not the customer ID", put("iss", "f".repeat(32))),
                bad("no organisation", "invalid_issuer", "not the customer ID", without("iss")),
                bad("the realm's name", "invalid_issuer", "not the customer ID", put("iss", realm.name())),
                bad("nobody", "user_not_found", NO_SUBJECT, put("sub", "e".repeat(32))),
                bad("no user", "user_not_found", NO_SUBJECT, without("sub")),
                bad("a user's name", "user_not_found", NO_SUBJECT, put("sub", user.name())),
                bad("Keycloak's ID", "user_not_found", NO_SUBJECT, put("sub", user.id())),
                bad(
                        "upper case",
                        "user_not_found",
                        NO_SUBJECT,
                        put("sub", user.wid().toUpperCase(Locale.ROOT))),
                bad("no end", "invalid_token", "The JWT has no exp.", without("exp")),
                bad(
                        "expired",
                        "expired_jwt",
                        "in the past \\(by 6\\d seconds\\)",
                        claims -> claims.put("exp", now() - 60)),
                bad("expired long ago", "expired_jwt", "in the past \\(by \\d+ seconds\\)", put("exp", 0)),
                bad(
                        "an end too far",
                        "invalid_token",
                        "more than one hour ahead \\(by 3(59\\d|600) seconds\\)",
                        claims -> claims.put("exp", now() + 2 * 3600)),
                bad("an end for ever", "invalid_token", "more than one hour ahead", put("exp", 999_999_999_999L)),
                bad(
                        "from the future",
                        "invalid_token",
                        "in the future \\(by (59\\d|600) seconds\\)",
                        claims -> claims.put("nbf", now() + 600)),
                bad("issued in the future", "invalid_token", "in the future", claims -> claims.put("iat", now() + 600)),
                bad(
                        "for somebody else",
                        "invalid_token",
                        "aud of the JWT does not name",
                        put("aud", "https://other.example")),
                bad("for nobody", "invalid_token", "aud of the JWT does not name", claims -> {
                    claims.putArray("aud");
                    return claims;
                }));
    }

    private static Arguments bad(String name, String event, String words, UnaryOperator<ObjectNode> change) {
        return Arguments.of(name, event, words, change);
    }

    private static UnaryOperator<ObjectNode> put(String member, String value) {
        return claims -> claims.put(member, value);
    }

    private static UnaryOperator<ObjectNode> put(String member, long value) {
        return claims -> claims.put(member, value);
    }

    private static UnaryOperator<ObjectNode> without(String member) {
        return claims -> {
            claims.remove(member);
            return claims;
        };
    }

    private static UnaryOperator<ObjectNode> change(UnaryOperator<ObjectNode> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void whatTheRulesForbidIsRefusedAndSaidWhy(
            String name, String event, String words, UnaryOperator<ObjectNode> change) {
        assertRefused(machine, sign(change.apply(claims())), "invalid_grant", words, event);
    }

    Stream<Arguments> claimsOfOtherTypes() {
        return Stream.of(
                Arguments.of("\"exp\":\"tomorrow\""),
                Arguments.of("\"exp\":1e999999999"),
                Arguments.of("\"exp\":null"),
                Arguments.of("\"exp\":{}"),
                Arguments.of("\"exp\":true"));
    }

    @ParameterizedTest
    @MethodSource("claimsOfOtherTypes")
    void anEndThatIsNoTimeIsRefused(String end) {
        String payload = "{\"iss\":\"" + Machine.CUSTOMER + "\",\"sub\":\"" + user.wid() + "\"," + end + "}";

        assertRefused(
                machine,
                new Jwt("{\"alg\":\"RS256\"}", payload).signed(key.pair().getPrivate()),
                "invalid_request",
                MALFORMED,
                "invalid_token");
    }

    @Test
    void aMemberTwiceIsRefused() {
        String payload = claims().toString().replaceFirst("\\{", "{\"sub\":\"" + "e".repeat(32) + "\",");

        assertRefused(
                machine,
                new Jwt("{\"alg\":\"RS256\"}", payload).signed(key.pair().getPrivate()),
                "invalid_request",
                MALFORMED,
                "invalid_token");
    }

    // Signatures

    Stream<Arguments> otherAlgorithms() {
        byte[] pem = key.publicPem().getBytes(StandardCharsets.US_ASCII);
        byte[] der = key.pair().getPublic().getEncoded();
        return Stream.of(
                forgery("no signature", () -> Jwt.of("none", claims()).with(new byte[0])),
                forgery("no signature, other case", () -> Jwt.of("nOnE", claims())
                        .with(new byte[0])),
                forgery("alg none with a signature", () -> Jwt.of("none", claims())
                        .signed(key.pair().getPrivate())),
                forgery("HS256 with the PEM", () -> Jwt.of("HS256", claims()).authenticated(pem)),
                forgery("HS256 with the key", () -> Jwt.of("HS256", claims()).authenticated(der)),
                forgery("HS256 with the secret", () -> Jwt.of("HS256", claims())
                        .authenticated(machine.application().secret().getBytes(StandardCharsets.UTF_8))),
                forgery("RS384", () -> Jwt.of("RS384", claims())
                        .signed("SHA384withRSA", key.pair().getPrivate())),
                forgery("RS512", () -> Jwt.of("RS512", claims())
                        .signed("SHA512withRSA", key.pair().getPrivate())),
                forgery("RS1", () -> Jwt.of("RS1", claims())
                        .signed("SHA1withRSA", key.pair().getPrivate())),
                forgery("PS256", () -> Jwt.of("PS256", claims())
                        .signed(key.pair().getPrivate())),
                forgery("ES256", () -> Jwt.of("ES256", claims()).with(new byte[64])),
                forgery("rs256", () -> Jwt.of("rs256", claims())
                        .signed(key.pair().getPrivate())),
                forgery("no algorithm", () -> new Jwt("{}", claims().toString())
                        .signed(key.pair().getPrivate())));
    }

    private static Arguments forgery(String name, Supplier<String> jwt) {
        return Arguments.of(name, jwt);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherAlgorithms")
    void everyOtherAlgorithmIsRefused(String name, Supplier<String> jwt) {
        assertRefused(machine, jwt.get(), "invalid_grant", "The alg of the JWT must be RS256.", "invalid_token");
    }

    Stream<Arguments> wrongSignatures() {
        RsaKey attacker = RsaKey.fresh();
        String jwk = "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\""
                + Jwt.base64(((RSAPublicKey) attacker.pair().getPublic())
                        .getModulus()
                        .toByteArray())
                + "\"}}";
        String kid = "{\"alg\":\"RS256\",\"kid\":\"" + key.thumbprint() + "\"}";
        return Stream.of(
                forgery("somebody else's key", () -> Jwt.of(claims())
                        .signed(attacker.pair().getPrivate())),
                forgery("a key in the header", () -> new Jwt(jwk, claims().toString())
                        .signed(attacker.pair().getPrivate())),
                forgery("the name of the right key", () -> new Jwt(kid, claims().toString())
                        .signed(attacker.pair().getPrivate())),
                forgery("another hash", () -> Jwt.of(claims())
                        .signed("SHA384withRSA", key.pair().getPrivate())),
                forgery("nothing", () -> Jwt.of(claims()).with(new byte[0])),
                forgery("zeros", () -> Jwt.of(claims()).with(new byte[256])),
                forgery("too short", () -> Jwt.of(claims()).with(new byte[128])),
                forgery("of other claims", () -> {
                    String[] parts = sign(claims()).split("\\.");
                    String[] others = sign(claims().put("iat", 1)).split("\\.");
                    return parts[0] + "." + others[1] + "." + parts[2];
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSignatures")
    void aSignatureThatNoKeyOfTheUserMadeIsRefused(String name, Supplier<String> jwt) {
        assertRefused(machine, jwt.get(), "invalid_grant", NO_KEY, "invalid_signature");
    }

    @Test
    void aCriticalHeaderIsRefused() {
        Jwt jwt = new Jwt("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", claims().toString());

        assertRefused(
                machine,
                jwt.signed(key.pair().getPrivate()),
                "invalid_grant",
                "The crit header of the JWT is not supported.",
                "invalid_token");
    }

    // Spellings

    /** One in whose signature there is a character that base64 and base64url write differently. */
    private String withOtherCharacters() {
        for (int i = 1; ; i++) {
            String jwt = sign(claims().put("iat", i));
            String signature = jwt.substring(jwt.lastIndexOf('.'));
            if (signature.contains("-") && signature.contains("_")) {
                return jwt;
            }
        }
    }

    Stream<Arguments> otherSpellings() {
        return Stream.of(
                spelling("padded signature", jwt -> jwt + "=="),
                spelling("signature with one padding", jwt -> jwt + "="),
                spelling("padded payload", jwt -> jwt.replaceFirst("\\.(?=[^.]*$)", "=.")),
                spelling("padded header", jwt -> jwt.replaceFirst("\\.", "=.")),
                spelling("something behind the padding", jwt -> jwt + "==AAAA"),
                spelling("plus", jwt -> jwt.replace('-', '+')),
                spelling("slash", jwt -> jwt.replace('_', '/')),
                spelling("unused bits", ExchangeIT::withUnusedBits),
                spelling("a space behind", jwt -> jwt + " "),
                spelling("a space before", jwt -> " " + jwt),
                spelling("a line break", jwt -> jwt.substring(0, 20) + "\n" + jwt.substring(20)),
                spelling("a line break behind", jwt -> jwt + "\r\n"),
                spelling("a quote", jwt -> "\"" + jwt + "\""));
    }

    private static Arguments spelling(String name, UnaryOperator<String> spelling) {
        return Arguments.of(name, spelling);
    }

    /** 256 bytes leave four bits of the last character unused, and none of them is set. */
    private static String withUnusedBits(String jwt) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(jwt.charAt(jwt.length() - 1));
        assertThat(last % 16).isZero();
        String other = jwt.substring(0, jwt.length() - 1) + alphabet.charAt(last + 1);
        assertThat(Base64.getUrlDecoder().decode(signature(other)))
                .isEqualTo(Base64.getUrlDecoder().decode(signature(jwt)));
        return other;
    }

    private static String signature(String jwt) {
        return jwt.substring(jwt.lastIndexOf('.') + 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherSpellings")
    void aJwtHasOneSpelling(String name, UnaryOperator<String> spelling) {
        String jwt = withOtherCharacters();
        String other = spelling.apply(jwt);
        assertThat(other).isNotEqualTo(jwt);

        assertRefused(machine, other, "invalid_request", MALFORMED, "invalid_token");
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.c",
                ".",
                "..",
                "...",
                "a",
                "....",
                "e30.e30.",
                "e30.e30",
                "bnVsbA.e30.AAAA",
                "W10.W10.AAAA",
                "e30.e30.e30.e30.e30",
                "é.é.é",
                "null"
            })
    void whatIsNoJwtIsRefused(String text) {
        Refused refused = refused(machine, text);

        refused.answers(
                        400,
                        text.startsWith("e30.e30.") && text.split("\\.", -1).length == 3
                                ? "invalid_grant"
                                : "invalid_request")
                .records(ERROR, "invalid_token");
    }

    /** Some databases refuse NUL: such a body is read by nobody, so there is no application to name either. */
    @Test
    void aZeroByteIsRefusedWithTheWholeBody() {
        refused(() -> machine.exchange("e30.e30.\0"))
                .answers(400, "invalid_request")
                .records(ERROR, "invalid_request");
    }

    @Test
    void withoutAJwtThereIsNothingToExchange() {
        refused(() -> machine.exchange("")).answers(400, "invalid_request").records(ERROR, "invalid_request");
    }

    @Test
    void moreThan8KibibytesAreTooLarge() {
        String large = sign(claims().put("more", "A".repeat(9000)));

        assertRefused(machine, large, "invalid_request", "The JWT is larger than 8 KiB.", "invalid_token");
        assertThat(machine.exchange(sign(claims().put("more", "A".repeat(4000))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void moreThan64KibibytesAreNotRead() {
        Answer answer = machine.exchange("A".repeat(70 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.member("type")).isEqualTo("invalid_request");
    }

    @Test
    void deepNestingIsRefused() {
        String jwt = new Jwt(
                        "{\"alg\":\"RS256\"}",
                        claims().toString().replaceFirst("}$", ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}"))
                .signed(key.pair().getPrivate());

        assertRefused(machine, jwt, "invalid_request", MALFORMED, "invalid_token");
    }

    // Replay

    @Test
    void aJwtWithAnIdIsGoodOnce() {
        String jwt = sign(claims().put("jti", "once"));

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        String words = "A JWT with this jti was exchanged before.";
        assertRefused(machine, jwt, "invalid_grant", words, "jwt_replayed");
        assertRefused(machine, sign(claims().put("jti", "once").put("iat", 1)), "invalid_grant", words, "jwt_replayed");
    }

    @Test
    void anotherSpellingDoesNotMakeItNew() {
        String jwt = sign(claims().put("jti", "spelled"));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        assertRefused(machine, withUnusedBits(jwt), "invalid_request", MALFORMED, "invalid_token");
        assertRefused(machine, jwt + "==", "invalid_request", MALFORMED, "invalid_token");
    }

    @Test
    void anIdIsUsedUpOnlyByAGoodJwt() {
        ObjectNode claims = claims().put("jti", "tried");
        assertRefused(
                machine,
                Jwt.of(claims).signed(RsaKey.fresh().pair().getPrivate()),
                "invalid_grant",
                NO_KEY,
                "invalid_signature");

        assertThat(machine.exchange(sign(claims)).status()).isEqualTo(200);
    }

    @Test
    void applicationsHaveIdsOfTheirOwn() {
        Machine other = Machine.in(realm);
        done(201, other.add(key.publicPem()));
        String jwt = sign(claims().put("jti", "shared"));

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        assertThat(other.exchange(jwt).status()).isEqualTo(200);
        assertThat(other.exchange(jwt).member("type")).isEqualTo("invalid_grant");
    }

    @Test
    void anIdIsRememberedAsLongAsItsJwtIsGood() {
        String jwt = sign(claims().put("jti", "remembered").put("exp", now() + 600));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        keycloak.clock().advance(Duration.ofSeconds(620));
        assertRefused(machine, jwt, "invalid_grant", "exchanged before", "jwt_replayed");
        keycloak.clock().advance(Duration.ofSeconds(20));
        assertRefused(machine, jwt, "invalid_grant", "in the past", "expired_jwt");
    }

    @Test
    void withoutAnIdItIsGoodUntilItsEnd() {
        String jwt = sign(claims());
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        keycloak.clock().advance(Duration.ofSeconds(220));

        assertRefused(machine, jwt, "invalid_grant", "in the past \\(by 4\\d seconds\\)", "expired_jwt");
    }

    @Test
    void aRealmMayRequireAnId() {
        requireId(true);
        try {
            assertRefused(
                    machine,
                    sign(claims()),
                    "invalid_grant",
                    "The JWT has no jti, which this organisation requires.",
                    "invalid_token");
            assertThat(machine.exchange(sign(claims().put("jti", "required"))).status())
                    .isEqualTo(200);
        } finally {
            requireId(false);
        }
        assertThat(machine.exchange(sign(claims())).status()).isEqualTo(200);
    }

    private void requireId(boolean required) {
        realm.realm().change(changed -> changed.withObject("/attributes")
                .put("workfront.jwt.id.required", Boolean.toString(required)));
    }

    // Keys

    @Test
    void aKeyOfAnotherApplicationOpensNothing() {
        Machine other = Machine.in(realm);
        assertRefused(other, sign(claims()), "invalid_grant", NO_SUBJECT, "user_not_found");

        other.key();
        assertRefused(other, sign(claims()), "invalid_grant", NO_KEY, "invalid_signature");
    }

    @Test
    void aKeySpeaksForNobodyElse() {
        User other = realm.realm().users().create();
        assertRefused(machine, sign(machine.claims(other)), "invalid_grant", NO_SUBJECT, "user_not_found");

        RsaKey others = machine.keyOf(other);
        assertRefused(machine, sign(machine.claims(other)), "invalid_grant", NO_KEY, "invalid_signature");
        assertThat(machine.exchange(others, other).member("wid")).isEqualTo(other.wid());
        realm.realm().users().delete(other);
    }

    @Test
    void aUserOfAnotherRealmIsNobody() {
        try (OwnRealm elsewhere = OwnRealm.served(keycloak)) {
            User stranger = elsewhere.realm().users().find(OwnRealm.USER);

            assertRefused(machine, sign(machine.claims(stranger)), "invalid_grant", NO_SUBJECT, "user_not_found");

            Machine theirs = Machine.in(elsewhere);
            RsaKey theirKey = theirs.key();
            elsewhere.realm().recordEvents();
            assertRefused(
                    theirs,
                    Jwt.of(claims()).signed(theirKey.pair().getPrivate()),
                    "invalid_grant",
                    NO_SUBJECT,
                    "user_not_found");
        }
    }

    @Test
    void aSessionIdOpensNoOtherRealm() {
        String sessionId = machine.session(key, user);
        try (OwnRealm elsewhere = OwnRealm.served(keycloak)) {
            assertThat(Machine.in(elsewhere).alive(sessionId)).isFalse();
        }
        assertThat(machine.alive(sessionId)).isTrue();
    }

    @Test
    void aDeletedKeyStopsAtOnceWithWhatItBrought() {
        Machine other = Machine.in(realm);
        RsaKey deleted = other.key();
        String sessionId = other.session(deleted, user);
        assertThat(other.alive(sessionId)).isTrue();

        other.delete(deleted);

        assertThat(other.alive(sessionId)).isFalse();
        assertRefused(
                other,
                Jwt.of(claims()).signed(deleted.pair().getPrivate()),
                "invalid_grant",
                NO_SUBJECT,
                "user_not_found");
    }

    // Users

    @Test
    void aDisabledUserIsRefusedAndMayComeBack() {
        User disabled = realm.realm().users().create();
        RsaKey theirs = machine.keyOf(disabled);
        String sessionId = machine.session(theirs, disabled);

        realm.realm().users().disable(disabled);
        assertRefused(
                machine,
                Jwt.of(machine.claims(disabled)).signed(theirs.pair().getPrivate()),
                "invalid_grant",
                "The user may no longer log in.",
                "user_disabled");
        assertThat(machine.alive(sessionId)).isFalse();

        realm.realm().users().enable(disabled);
        assertThat(machine.exchange(theirs, disabled).status()).isEqualTo(200);
        realm.realm().users().delete(disabled);
    }

    /** Who cannot sign learns nothing of the user. */
    @Test
    void thatAUserIsDisabledIsToldOnlyToWhoHasTheKey() {
        User disabled = realm.realm().users().create();
        machine.keyOf(disabled);
        realm.realm().users().disable(disabled);

        assertRefused(machine, sign(machine.claims(disabled)), "invalid_grant", NO_KEY, "invalid_signature");
        realm.realm().users().delete(disabled);
    }

    @Test
    void aDeletedUserIsRefused() {
        User deleted = realm.realm().users().create();
        RsaKey theirs = machine.keyOf(deleted);
        String sessionId = machine.session(theirs, deleted);

        realm.realm().users().delete(deleted);

        assertThat(machine.alive(sessionId)).isFalse();
        assertRefused(
                machine,
                Jwt.of(machine.claims(deleted)).signed(theirs.pair().getPrivate()),
                "invalid_grant",
                NO_SUBJECT,
                "user_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B"})
    void twoUsersWithOneWidAreRefused(String secondSpelling) {
        allowAttributes();
        String wid = "0b".repeat(16);
        User first = realm.realm().users().create();
        withWid(first, wid);
        RsaKey theirs = machine.keyOf(first);
        String jwt = Jwt.of(machine.claims(wid)).signed(theirs.pair().getPrivate());
        assertThat(machine.exchange(jwt).member("wid")).isEqualTo(wid);

        User second = realm.realm().users().create();
        withWid(second, secondSpelling);

        assertRefused(
                machine, jwt, "invalid_grant", "The sub of the JWT is the ID of more than one user.", "user_not_found");
        realm.realm().users().delete(second);
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        realm.realm().users().delete(first);
    }

    @Test
    void whoTakesAnotherUsersIdAsWidSpeaksForNeither() {
        allowAttributes();
        User victim = realm.realm().users().create();
        User thief = realm.realm().users().create();
        RsaKey thiefs = machine.keyOf(thief);
        RsaKey victims = machine.keyOf(victim);
        withWid(thief, victim.wid());

        for (RsaKey signer : List.of(thiefs, victims)) {
            assertRefused(
                    machine,
                    Jwt.of(machine.claims(victim)).signed(signer.pair().getPrivate()),
                    "invalid_grant",
                    "The sub of the JWT is the ID of more than one user.",
                    "user_not_found");
        }
        realm.realm().users().delete(thief);
        realm.realm().users().delete(victim);
    }

    private void withWid(User someone, String wid) {
        realm.realm().users().change(someone, changed -> changed.withObject("/attributes")
                .putArray("wid")
                .add(wid));
    }

    /** Administrators may write attributes that the realm's user profile does not know. */
    private void allowAttributes() {
        String path = realm.name() + "/users/profile";
        ObjectNode profile = (ObjectNode) keycloak.admin().get(path);
        keycloak.admin().put(path, profile.put("unmanagedAttributePolicy", "ADMIN_EDIT"));
    }

    // Applications

    @Test
    void aDisabledApplicationIsRefused() {
        Machine other = Machine.in(realm);
        RsaKey theirs = other.key();
        String sessionId = other.session(theirs, user);

        realm.realm().clients().disable(other.clientId());
        String jwt = Jwt.of(claims()).signed(theirs.pair().getPrivate());
        refused(other, jwt).answers(401, "invalid_client").records(ERROR, "client_disabled");
        assertThat(other.alive(sessionId)).isFalse();

        realm.realm().clients().enable(other.clientId());
        assertThat(other.exchange(theirs, user).status()).isEqualTo(200);
        assertThat(other.alive(sessionId)).isFalse();
    }

    @Test
    void aDeletedApplicationIsRefused() {
        Machine other = Machine.in(realm);
        RsaKey theirs = other.key();
        String sessionId = other.session(theirs, user);
        String jwt = Jwt.of(claims()).signed(theirs.pair().getPrivate());

        realm.applications().delete(other.clientId());

        refused(other, jwt).answers(401, "invalid_client").records(ERROR, "client_not_found");
        assertThat(other.alive(sessionId)).isFalse();
    }

    @Test
    void webApplicationsExchangeNoJwts() {
        Application web = realm.applications().createForUsers("web");
        Machine other = new Machine(realm, web);

        assertRefused(
                other,
                sign(claims()),
                "unauthorized_client",
                "Only a machine to machine application exchanges JWTs.",
                "not_allowed");
    }

    @Test
    void standardErrorsAreThoseOfTheStandard() {
        Machine other = Machine.in(realm);
        realm.applications().change(other.clientId(), Map.of("standardResponses", true));

        refused(() -> other.exchange(sign(claims())))
                .answersStandard(400, "invalid_grant")
                .records(ERROR, "user_not_found");
        RsaKey theirs = other.key();
        assertThat(other.exchange(theirs, user).member("token_type")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "the public key"})
    void whoDoesNotAuthenticateIsToldNothingOfTheJwt(String secret) {
        String tried = secret.equals("the public key") ? key.publicPem() : secret;
        Machine impostor = new Machine(realm, new Application(machine.clientId(), tried, ""));

        Refused good = refused(impostor, sign(claims()));
        Refused bad = refused(impostor, "a.b.c");
        Refused expired = refused(impostor, sign(claims().put("exp", now() - 60)));

        good.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
        bad.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
        assertThat(bad.answer().text()).isEqualTo(good.answer().text());
        assertThat(expired.answer().text()).isEqualTo(good.answer().text());
    }

    @ParameterizedTest
    @CsvSource({"FORM", "JSON"})
    void withoutASecretNothingIsToldEither(Encoding encoding) {
        for (String jwt : List.of(sign(claims()), "a.b.c", sign(claims().put("jti", "unused")))) {
            Refused refused = refused(() ->
                    machine.client().sending(encoding, Authentication.PUBLIC).exchangeJwt(jwt));

            refused.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
            assertSilent(refused, jwt);
        }
    }

    @Test
    void whoDoesNotAuthenticateUsesUpNoId() {
        String jwt = sign(claims().put("jti", "kept"));
        new Machine(realm, new Application(machine.clientId(), "wrong", "")).exchange(jwt);

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
    }

    @Test
    void anUnknownApplicationIsRefusedLikeAWrongSecret() {
        String jwt = sign(claims());
        Refused unknown = refused(new Machine(realm, new Application("unknown", "wrong", "")), jwt);
        Refused wrong = refused(new Machine(realm, new Application(machine.clientId(), "wrong", "")), jwt);

        unknown.answers(401, "invalid_client").records(ERROR, "client_not_found");
        assertThat(unknown.answer().text()).isEqualTo(wrong.answer().text());
    }

    private long now() {
        return keycloak.clock().seconds();
    }

    private Refused refused(Supplier<Answer> request) {
        return Refused.when(realm.realm().events(), request);
    }

    private static Refused refused(Machine asking, String jwt) {
        long before = asking.realm().keycloak().log().end();
        Refused refused = Refused.when(asking.realm().realm().events(), () -> asking.exchange(jwt));
        assertThat(refused.errors()).extracting(Event::clientId).containsExactly(asking.clientId());
        assertSilent(refused, jwt, asking.application().secret());
        if (jwt.length() > SHORT) {
            assertThat(asking.realm().keycloak().log().since(before)).doesNotContain(jwt);
        }
        return refused;
    }

    /** Said to the client and to the administrator in the same words. */
    private static void assertRefused(Machine asking, String jwt, String type, String words, String event) {
        Refused refused = refused(asking, jwt).answers(400, type).records(ERROR, event);
        String said = refused.answer().member("message");
        assertThat(said).containsPattern(words);
        assertThat(refused.errors().get(0).details().path("reason").asText()).isEqualTo(said);
    }

    /** Neither the JWT nor a part of it, and no secret and no key. */
    private static void assertSilent(Refused refused, String jwt, String... secrets) {
        for (String text : List.of(refused.answer().text(), refused.errors().toString())) {
            Stream.concat(Stream.of(jwt.split("\\.")), Stream.of(secrets))
                    .filter(part -> part.length() > SHORT)
                    .forEach(part -> assertThat(text).doesNotContain(part));
            assertThat(text).doesNotContain("PUBLIC KEY").doesNotContain("MIIB");
        }
    }
}
