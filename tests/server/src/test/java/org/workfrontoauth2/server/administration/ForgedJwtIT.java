package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.RefusedJwt.ERROR;
import static org.workfrontoauth2.server.administration.RefusedJwt.MALFORMED;
import static org.workfrontoauth2.server.administration.RefusedJwt.NO_KEY;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;
import static org.workfrontoauth2.server.administration.RefusedJwt.refused;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** What attackers try: signatures that no key made, and other spellings of good ones. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedJwtIT {

    @RegisterExtension
    private final Signer signer;

    private final Machine machine;
    private final RsaKey key;

    ForgedJwtIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.machine = signer.machine();
        this.key = signer.key();
    }

    // Signatures

    Stream<Arguments> otherAlgorithms() {
        byte[] pem = key.publicPem().getBytes(StandardCharsets.US_ASCII);
        byte[] der = key.pair().getPublic().getEncoded();
        return Stream.of(
                forgery("no signature", () -> Jwt.of("none", signer.claims()).with(new byte[0])),
                forgery("no signature, other case", () -> Jwt.of("nOnE", signer.claims())
                        .with(new byte[0])),
                forgery("alg none with a signature", () -> Jwt.of("none", signer.claims())
                        .signed(key.pair().getPrivate())),
                forgery("HS256 with the PEM", () -> Jwt.of("HS256", signer.claims())
                        .authenticated(pem)),
                forgery("HS256 with the key", () -> Jwt.of("HS256", signer.claims())
                        .authenticated(der)),
                forgery("HS256 with the secret", () -> Jwt.of("HS256", signer.claims())
                        .authenticated(machine.application().secret().getBytes(StandardCharsets.UTF_8))),
                forgery("RS384", () -> Jwt.of("RS384", signer.claims())
                        .signed("SHA384withRSA", key.pair().getPrivate())),
                forgery("RS512", () -> Jwt.of("RS512", signer.claims())
                        .signed("SHA512withRSA", key.pair().getPrivate())),
                forgery("RS1", () -> Jwt.of("RS1", signer.claims())
                        .signed("SHA1withRSA", key.pair().getPrivate())),
                forgery("PS256", () -> Jwt.of("PS256", signer.claims())
                        .signed(key.pair().getPrivate())),
                forgery("ES256", () -> Jwt.of("ES256", signer.claims()).with(new byte[64])),
                forgery("rs256", () -> Jwt.of("rs256", signer.claims())
                        .signed(key.pair().getPrivate())),
                forgery("no algorithm", () -> new Jwt("{}", signer.claims().toString())
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
                forgery("somebody else's key", () -> Jwt.of(signer.claims())
                        .signed(attacker.pair().getPrivate())),
                forgery("a key in the header", () -> new Jwt(
                                jwk, signer.claims().toString())
                        .signed(attacker.pair().getPrivate())),
                forgery("the name of the right key", () -> new Jwt(
                                kid, signer.claims().toString())
                        .signed(attacker.pair().getPrivate())),
                forgery("another hash", () -> Jwt.of(signer.claims())
                        .signed("SHA384withRSA", key.pair().getPrivate())),
                forgery("nothing", () -> Jwt.of(signer.claims()).with(new byte[0])),
                forgery("zeros", () -> Jwt.of(signer.claims()).with(new byte[256])),
                forgery("too short", () -> Jwt.of(signer.claims()).with(new byte[128])),
                forgery("of other claims", () -> {
                    String[] parts = signer.jwt().split("\\.");
                    String[] others = signer.sign(signer.claims().put("iat", 1)).split("\\.");
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
        Jwt jwt = new Jwt(
                "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
                signer.claims().toString());

        assertRefused(
                machine,
                signer.sign(jwt),
                "invalid_grant",
                "The crit header of the JWT is not supported.",
                "invalid_token");
    }

    // Spellings

    /** One in whose signature there is a character that base64 and base64url write differently. */
    private String withOtherCharacters() {
        for (int i = 1; ; i++) {
            String jwt = signer.sign(signer.claims().put("iat", i));
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
                spelling("unused bits", Jwt::withUnusedBits),
                spelling("a space behind", jwt -> jwt + " "),
                spelling("a space before", jwt -> " " + jwt),
                spelling("a line break", jwt -> jwt.substring(0, 20) + "\n" + jwt.substring(20)),
                spelling("a line break behind", jwt -> jwt + "\r\n"),
                spelling("a quote", jwt -> "\"" + jwt + "\""));
    }

    private static Arguments spelling(String name, UnaryOperator<String> spelling) {
        return Arguments.of(name, spelling);
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
}
