package org.workfrontoauth2.server.administration;

import static org.workfrontoauth2.server.administration.RefusedJwt.MALFORMED;
import static org.workfrontoauth2.server.administration.RefusedJwt.NO_SUBJECT;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** What the rules forbid a JWT to claim (contract, section 5). */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtClaimsIT {

    @RegisterExtension
    private final Signer signer;

    private final OwnRealm realm;
    private final Machine machine;
    private final User user;

    JwtClaimsIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.realm = signer.realm();
        this.machine = signer.machine();
        this.user = signer.user();
    }

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
                        claims -> claims.put("exp", signer.now() - 60)),
                bad("expired long ago", "expired_jwt", "in the past \\(by \\d+ seconds\\)", put("exp", 0)),
                bad(
                        "an end too far",
                        "invalid_token",
                        "more than one hour ahead \\(by 3(59\\d|600) seconds\\)",
                        claims -> claims.put("exp", signer.now() + 2 * 3600)),
                bad(
                        "an end in milliseconds",
                        "invalid_token",
                        "^The exp of the JWT is in milliseconds. It must be in seconds.$",
                        claims -> claims.put("exp", 1000 * (signer.now() + 180))),
                bad(
                        "issued in milliseconds",
                        "invalid_token",
                        "^The iat of the JWT is in milliseconds. It must be in seconds.$",
                        claims -> claims.put("iat", 1000 * signer.now() + 7)),
                bad(
                        "from a time in milliseconds",
                        "invalid_token",
                        "^The nbf of the JWT is in milliseconds. It must be in seconds.$",
                        claims -> claims.put("nbf", 1000 * signer.now())),
                bad("an end for ever", "invalid_token", "more than one hour ahead", put("exp", 999_999_999_999L)),
                bad(
                        "from the future",
                        "invalid_token",
                        "in the future \\(by (59\\d|600) seconds\\)",
                        claims -> claims.put("nbf", signer.now() + 600)),
                bad(
                        "issued in the future",
                        "invalid_token",
                        "in the future",
                        claims -> claims.put("iat", signer.now() + 600)),
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void whatTheRulesForbidIsRefusedAndSaidWhy(
            String name, String event, String words, UnaryOperator<ObjectNode> change) {
        assertRefused(machine, signer.sign(change.apply(signer.claims())), "invalid_grant", words, event);
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
                signer.sign(new Jwt("{\"alg\":\"RS256\"}", payload)),
                "invalid_request",
                MALFORMED,
                "invalid_token");
    }

    @Test
    void aMemberTwiceIsRefused() {
        String payload = signer.claims().toString().replaceFirst("\\{", "{\"sub\":\"" + "e".repeat(32) + "\",");

        assertRefused(
                machine,
                signer.sign(new Jwt("{\"alg\":\"RS256\"}", payload)),
                "invalid_request",
                MALFORMED,
                "invalid_token");
    }

    @Test
    void deepNestingIsRefused() {
        String payload =
                signer.claims().toString().replaceFirst("}$", ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}");

        assertRefused(
                machine,
                signer.sign(new Jwt("{\"alg\":\"RS256\"}", payload)),
                "invalid_request",
                MALFORMED,
                "invalid_token");
    }
}
