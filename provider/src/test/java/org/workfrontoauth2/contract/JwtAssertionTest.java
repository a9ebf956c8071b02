package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAssertionTest {

    private static final String GOOD = SignedJwt.of(SignedJwt.CLAIMS);

    private static void assertRefused(Refusal refusal, String jwt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> JwtAssertion.read(jwt).requireSignatureOf(List.of(SignedJwt.keyOfAlice())))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static JwtClaims claims(String json) throws Refused {
        return JwtAssertion.read(SignedJwt.of(json)).claims();
    }

    @Test
    void whatRealClientsSendIsRead() throws Refused {
        JwtAssertion jwt = JwtAssertion.read(GOOD);

        jwt.requireSignatureOf(List.of(SignedJwt.keyOfAlice()));
        assertThat(jwt.claims().issuer()).isEqualTo("customer");
        assertThat(jwt.claims().subject()).isEqualTo("user");
        assertThat(jwt.claims().expiresAt()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
        assertThat(jwt.claims().issuedAt()).isEmpty();
        assertThat(jwt.claims().notBefore()).isEmpty();
        assertThat(jwt.claims().id()).isEmpty();
        assertThat(jwt.claims().audience()).isEmpty();
    }

    @Test
    void optionalClaimsAreRead() throws Refused {
        JwtClaims claims = claims("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":3,\"iat\":1,\"nbf\":2.5,\"jti\":\"j\","
                + "\"aud\":[\"a\",\"b\",\"a\"],\"other\":{\"deep\":[true,null,{}]}}");

        assertThat(claims.issuedAt()).contains(Instant.ofEpochSecond(1));
        assertThat(claims.notBefore()).contains(Instant.ofEpochMilli(2500));
        assertThat(claims.id()).contains("j");
        assertThat(claims.audience()).contains(Set.of("a", "b"));
    }

    @Test
    void audienceMayBeOneTextOrNone() throws Refused {
        assertThat(claims("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":3,\"aud\":\"a\"}")
                        .audience())
                .contains(Set.of("a"));
        assertThat(claims("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":3,\"aud\":[]}").audience())
                .contains(Set.of());
    }

    static Stream<Arguments> numericDates() {
        return Stream.of(
                Arguments.of("0", Instant.EPOCH),
                Arguments.of("-1", Instant.ofEpochSecond(-1)),
                Arguments.of("-0.5", Instant.ofEpochMilli(-500)),
                Arguments.of("1800000000.0", Instant.ofEpochSecond(1_800_000_000)),
                Arguments.of("1.8e9", Instant.ofEpochSecond(1_800_000_000)),
                Arguments.of("18E+8", Instant.ofEpochSecond(1_800_000_000)),
                Arguments.of("1e-99", Instant.EPOCH),
                Arguments.of("1800000000.123456789", Instant.ofEpochSecond(1_800_000_000, 123_456_789)),
                Arguments.of("999999999999", Instant.ofEpochSecond(999_999_999_999L)),
                // In milliseconds by mistake: JwtRules says so.
                Arguments.of("1767225600000", Instant.ofEpochSecond(1_767_225_600_000L)));
    }

    @ParameterizedTest
    @MethodSource("numericDates")
    void numericDatesMayHaveDecimals(String number, Instant time) throws Refused {
        assertThat(claims("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":" + number + "}")
                        .expiresAt())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1800000000\"",
                "null",
                "true",
                "[1800000000]",
                "{}",
                "10000000000000",
                "1e13",
                "1e999999999",
                "1e2147483647",
                "1e2147483648",
                "1e99999999999",
                "1e-2147483647",
                "0e999999999",
                "1e99",
                "1e-999999999",
                "-1e999999999",
                "NaN",
                "Infinity",
                "0x10",
                "01",
                "1.",
                ".5",
                "+1",
                "111111111111111111111111111111111111111111111111111111111111111111111111",
                "0.1111111111111111111111111111111111111111111111111111111111111111111111"
            })
    void otherTimesAreRefused(String number) {
        assertRefused(Refusal.MALFORMED_JWT, SignedJwt.of("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":" + number + "}"));
        assertRefused(
                Refusal.MALFORMED_JWT, SignedJwt.of("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"iat\":" + number + "}"));
        assertRefused(
                Refusal.MALFORMED_JWT, SignedJwt.of("{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"nbf\":" + number + "}"));
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                Arguments.of(Refusal.JWT_ISSUER, "{\"sub\":\"u\",\"exp\":1}"),
                Arguments.of(Refusal.JWT_SUBJECT, "{\"iss\":\"c\",\"exp\":1}"),
                Arguments.of(Refusal.JWT_WITHOUT_EXPIRY, "{\"iss\":\"c\",\"sub\":\"u\"}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":1,\"sub\":\"u\",\"exp\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":[\"c\"],\"sub\":\"u\",\"exp\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":null,\"exp\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\\u0000\",\"exp\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"jti\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"jti\":\"\\ud800\"}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"aud\":1}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"aud\":[\"a\",1]}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"aud\":[[\"a\"]]}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"exp\":2}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"\\u0065xp\":2}"),
                Arguments.of(Refusal.MALFORMED_JWT, "{\"iss\":\"c\",\"sub\":\"u\",\"exp\":1,\"x\":{\"y\":1,\"y\":1}}"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void missingMistypedAndRepeatedClaimsAreRefused(Refusal refusal, String claims) {
        assertRefused(refusal, SignedJwt.of(claims));
    }

    static Stream<Arguments> attacks() {
        String[] parts = GOOD.split("\\.", -1);
        String signed = parts[0] + '.' + parts[1] + '.';
        String pem = PublicKeyPem.of(SignedJwt.keyOfAlice()).pem();
        return Stream.of(
                Arguments.of("alg none", Refusal.JWT_ALGORITHM, unsigned("{\"alg\":\"none\"}")),
                Arguments.of("alg None, signed", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{\"alg\":\"None\"}")),
                Arguments.of("no alg", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{}")),
                Arguments.of("alg null", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{\"alg\":null}")),
                Arguments.of("alg no text", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{\"alg\":[\"RS256\"]}")),
                Arguments.of("alg lower case", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{\"alg\":\"rs256\"}")),
                Arguments.of("alg PS256", Refusal.JWT_ALGORITHM, SignedJwt.withHeader("{\"alg\":\"PS256\"}")),
                Arguments.of("alg RS384", Refusal.JWT_ALGORITHM, SignedJwt.sha384("{\"alg\":\"RS384\"}")),
                Arguments.of("HS256 with the public key", Refusal.JWT_ALGORITHM, SignedJwt.hs256(pem)),
                Arguments.of("HS256 with the key's text", Refusal.JWT_ALGORITHM, SignedJwt.hs256(pem.strip())),
                Arguments.of(
                        "crit",
                        Refusal.JWT_CRITICAL_HEADER,
                        SignedJwt.withHeader("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}")),
                Arguments.of(
                        "empty crit",
                        Refusal.JWT_CRITICAL_HEADER,
                        SignedJwt.withHeader("{\"alg\":\"RS256\",\"crit\":[]}")),
                Arguments.of(
                        "alg twice",
                        Refusal.MALFORMED_JWT,
                        SignedJwt.withHeader("{\"alg\":\"none\",\"alg\":\"RS256\"}")),
                Arguments.of("another user's key", Refusal.JWT_SIGNATURE, SignedJwt.byBob()),
                Arguments.of(
                        "RS256 in the header, SHA-384 in the signature",
                        Refusal.JWT_SIGNATURE,
                        SignedJwt.sha384(SignedJwt.HEADER)),
                Arguments.of("no signature", Refusal.JWT_SIGNATURE, signed),
                Arguments.of("one byte of signature", Refusal.JWT_SIGNATURE, signed + "AA"),
                Arguments.of(
                        "other claims",
                        Refusal.JWT_SIGNATURE,
                        parts[0] + '.' + SignedJwt.part(SignedJwt.CLAIMS.replace("user", "root")) + '.' + parts[2]),
                Arguments.of(
                        "the same claims, spaced",
                        Refusal.JWT_SIGNATURE,
                        parts[0] + '.' + SignedJwt.part(SignedJwt.CLAIMS.replace(",", ", ")) + '.' + parts[2]),
                Arguments.of("a longer signature", Refusal.JWT_SIGNATURE, signed + longer(parts[2])),
                Arguments.of("signature with padding", Refusal.MALFORMED_JWT, GOOD + "=="),
                Arguments.of("signature with something after the padding", Refusal.MALFORMED_JWT, GOOD + "==AAAA"),
                Arguments.of("header with padding", Refusal.MALFORMED_JWT, GOOD.replaceFirst("\\.", "=.")),
                Arguments.of("unused bits", Refusal.MALFORMED_JWT, unusedBits(GOOD)),
                Arguments.of("+ and / for - and _", Refusal.MALFORMED_JWT, plainBase64(GOOD)),
                Arguments.of("white space before", Refusal.MALFORMED_JWT, " " + GOOD),
                Arguments.of("line end after", Refusal.MALFORMED_JWT, GOOD + "\n"),
                Arguments.of("line end inside", Refusal.MALFORMED_JWT, GOOD.replaceFirst("\\.", "\r\n.")),
                Arguments.of("a character that is no letter", Refusal.MALFORMED_JWT, GOOD + "é"),
                Arguments.of("four parts", Refusal.MALFORMED_JWT, GOOD + "."),
                Arguments.of("five parts", Refusal.MALFORMED_JWT, GOOD + ".e30.e30"),
                Arguments.of("two parts", Refusal.MALFORMED_JWT, parts[0] + '.' + parts[1]),
                Arguments.of("one part", Refusal.MALFORMED_JWT, parts[0]),
                Arguments.of("nothing", Refusal.MALFORMED_JWT, ""),
                Arguments.of("dots", Refusal.MALFORMED_JWT, ".."),
                Arguments.of("no header", Refusal.MALFORMED_JWT, '.' + parts[1] + '.' + parts[2]),
                Arguments.of("no claims", Refusal.MALFORMED_JWT, parts[0] + ".." + parts[2]),
                Arguments.of("longer than 8 KiB", Refusal.OVERSIZED_JWT, ofLength(JwtAssertion.MAX_LENGTH + 3)));
    }

    private static String unsigned(String header) {
        return SignedJwt.part(header) + '.' + SignedJwt.part(SignedJwt.CLAIMS) + '.';
    }

    private static String longer(String signature) {
        byte[] bytes = Base64Url.decode(signature).orElseThrow();
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return Base64Url.encode(longer);
    }

    /** 256 bytes leave four bits of the last character unused. */
    private static String unusedBits(String jwt) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = letters.indexOf(jwt.charAt(jwt.length() - 1));
        return jwt.substring(0, jwt.length() - 1) + letters.charAt(last + 1);
    }

    private static String plainBase64(String jwt) {
        String plain = jwt.replace('-', '+').replace('_', '/');
        assertThat(plain).isNotEqualTo(jwt);
        return plain;
    }

    private static String ofLength(int characters) {
        String jwt = GOOD;
        for (int filler = 1; jwt.length() < characters; filler += Math.max(1, (characters - jwt.length()) * 3 / 5)) {
            jwt = SignedJwt.of(SignedJwt.CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(filler) + "\"}"));
        }
        return jwt;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void attacksAreRefused(@SuppressWarnings("unused") String attack, Refusal refusal, String jwt) {
        assertRefused(refusal, jwt);
    }

    @Test
    void eightKibibytesAreRead() throws Refused {
        String jwt = ofLength(JwtAssertion.MAX_LENGTH - 4);

        assertThat(jwt.length()).isBetween(JwtAssertion.MAX_LENGTH - 4, JwtAssertion.MAX_LENGTH);
        JwtAssertion.read(jwt).requireSignatureOf(List.of(SignedJwt.keyOfAlice()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "1",
                "\"text\"",
                "[]",
                "{",
                "{}{}",
                "{} x",
                "{\"iss\":\"c\",}",
                "{'iss':'c'}",
                "{\"iss\":\"c\"",
                "{\"x\":[",
                "/* */{}",
                "\uFEFF{\"iss\":\"customer\",\"sub\":\"user\",\"exp\":1800000000}",
                "{\"x\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"
            })
    void anythingButOneFlatJsonObjectIsMalformed(String json) {
        assertRefused(Refusal.MALFORMED_JWT, SignedJwt.of(json));
        assertRefused(Refusal.MALFORMED_JWT, SignedJwt.withHeader(json));
    }

    @Test
    void textThatIsNotUtf8IsMalformed() {
        byte[] latin1 = "{\"iss\":\"ü\",\"sub\":\"u\",\"exp\":1}".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(
                Refusal.MALFORMED_JWT, SignedJwt.part(SignedJwt.HEADER) + '.' + Base64Url.encode(latin1) + ".AAAA");
    }

    @Test
    void anyKeyOfTheUserMayHaveSigned() throws Refused {
        List<RSAPublicKey> keys = List.of(SignedJwt.keyOfBob(), SignedJwt.keyOfAlice());

        JwtAssertion.read(GOOD).requireSignatureOf(keys);
        JwtAssertion.read(SignedJwt.byBob()).requireSignatureOf(keys);
    }

    @Test
    void withoutKeysNoSignatureMatches() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> JwtAssertion.read(GOOD).requireSignatureOf(List.of()))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.JWT_SIGNATURE));
    }

    @Test
    void keysOfLessThan2048BitsAreNeverAccepted() throws Refused {
        KeyPair weak = SignedJwt.pair(1024);
        JwtAssertion jwt = JwtAssertion.read(SignedJwt.of(SignedJwt.HEADER, SignedJwt.CLAIMS, "SHA256withRSA", weak));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> jwt.requireSignatureOf(List.of((RSAPublicKey) weak.getPublic())))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.JWT_SIGNATURE));
    }

    @Test
    void keysInTheHeaderAreNotRead() {
        KeyPair own = SignedJwt.pair(2048);
        String header = "{\"alg\":\"RS256\",\"kid\":\"../../etc\",\"jku\":\"https://attacker.example/jwks\",\"jwk\":"
                + "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}";

        assertRefused(Refusal.JWT_SIGNATURE, SignedJwt.of(header, SignedJwt.CLAIMS, "SHA256withRSA", own));
    }

    @Test
    void itsTextIsNotShown() throws Refused {
        assertThat(JwtAssertion.read(GOOD)).hasToString("JwtAssertion");
    }

    @Test
    void nothingButRefusalsComesOutOfRandomChanges() {
        Random random = new Random(20260101);
        String[] sources = {GOOD, SignedJwt.hs256("x"), unsigned("{\"alg\":\"none\"}")};
        for (int i = 0; i < 3000; i++) {
            String source = sources[random.nextInt(sources.length)];
            String jwt = random.nextBoolean() ? changedText(source, random) : changedContent(random);
            if (!jwt.equals(GOOD)) {
                assertThatExceptionOfType(Refused.class).as(jwt).isThrownBy(() -> JwtAssertion.read(jwt)
                        .requireSignatureOf(List.of(SignedJwt.keyOfAlice())));
            }
        }
    }

    private static String changedText(String source, Random random) {
        StringBuilder text = new StringBuilder(source);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, (char) ('-' + random.nextInt(78)));
                default -> text.setLength(at + 1);
            }
        }
        return text.toString();
    }

    /** Well-formed base64url around broken bytes. */
    private static String changedContent(Random random) {
        byte[] claims = SignedJwt.CLAIMS.getBytes(StandardCharsets.UTF_8);
        byte[] header = SignedJwt.HEADER.getBytes(StandardCharsets.UTF_8);
        claims[random.nextInt(claims.length)] = (byte) random.nextInt(256);
        header[random.nextInt(header.length)] = (byte) random.nextInt(128);
        byte[] signature = new byte[random.nextInt(300)];
        random.nextBytes(signature);
        return Base64Url.encode(header) + '.' + Base64Url.encode(claims) + '.' + Base64Url.encode(signature);
    }
}
