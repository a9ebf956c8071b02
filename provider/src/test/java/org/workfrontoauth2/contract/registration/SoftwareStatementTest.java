package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refused;

/** RFC 7591, 2.3, and registration, "Before". */
class SoftwareStatementTest {

    private static final RegisteredApplication TV = application(false, Statement.ID);

    private static RegisteredApplication application(boolean revoked, String statementId) {
        return new RegisteredApplication(
                Statement.SOFTWARE,
                "TV",
                Optional.of("1.2"),
                List.of("tvOS"),
                List.of("api:client:v2", "b"),
                new RedirectTargets(List.of(), List.of()),
                statementId,
                revoked);
    }

    @Test
    void itSaysWhoSignedItAndForWhat() throws Refused {
        SoftwareStatement read = SoftwareStatement.read(Statement.good().text());

        assertThat(read.keyId()).isEqualTo("k1");
        assertThat(read.algorithm()).isEqualTo("RS256");
        assertThat(read.softwareId()).isEqualTo(Statement.SOFTWARE);
        assertThat(read.statementId()).isEqualTo(Statement.ID);
        assertThat(Statement.good().text()).isEqualTo(read.signed() + "." + read.signature());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.c.d",
                "..",
                "e30.e30.+/",
                "e30.e30.c2ln=",
                "e30.W10.c2ln",
                "e30. .c2ln",
            })
    void whatIsNoJwtIsRefused(String text) {
        assertThat(refusalOf(() -> SoftwareStatement.read(text))).isEqualTo(RegistrationRefusal.MALFORMED_STATEMENT);
    }

    /** An access token, an ID token, a refresh token of the realm, or one that nobody or a shared secret signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}",
                "{\"alg\":\"RS256\",\"kid\":\"k1\"}",
                "{\"alg\":\"RS256\",\"typ\":7,\"kid\":\"k1\"}",
                "{\"alg\":\"none\",\"typ\":\"software-statement+jwt\",\"kid\":\"k1\"}",
                "{\"alg\":\"HS256\",\"typ\":\"software-statement+jwt\",\"kid\":\"k1\"}",
                "{\"alg\":\"HS512\",\"typ\":\"software-statement+jwt\",\"kid\":\"k1\"}",
                "{\"typ\":\"software-statement+jwt\",\"kid\":\"k1\"}",
                "{\"alg\":\"RS256\",\"typ\":\"software-statement+jwt\"}",
                "{\"alg\":\"RS256\",\"typ\":\"software-statement+jwt\",\"kid\":\"k1\",\"crit\":[\"b64\"]}",
            })
    void otherJwtsAreRefused(String header) {
        assertThat(refusalOf(() -> SoftwareStatement.read(
                        Statement.good().withHeader(header).text())))
                .isEqualTo(RegistrationRefusal.OTHER_JWT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"software_id\":\"a\"}", "{\"jti\":\"a\"}", "{\"software_id\":1,\"jti\":\"a\"}"})
    void withoutItsClaimsItIsRefused(String payload) {
        assertThat(refusalOf(() -> SoftwareStatement.read(
                        Statement.good().withPayload(payload).text())))
                .isEqualTo(RegistrationRefusal.OTHER_JWT);
    }

    @Test
    void oneOfEightKilobytesAndMoreIsRefused() {
        assertThat(refusalOf(() -> SoftwareStatement.read("a".repeat(8193))))
                .isEqualTo(RegistrationRefusal.OVERSIZED_PARAMETER);
    }

    @Test
    void aNewOneHasNoEndDate() {
        assertThat(SoftwareStatement.claims(TV, "https://sso.example/realms/acme", Instant.ofEpochSecond(1723227212)))
                .containsExactly(
                        java.util.Map.entry("iss", "https://sso.example/realms/acme"),
                        java.util.Map.entry("iat", 1723227212L),
                        java.util.Map.entry("jti", Statement.ID),
                        java.util.Map.entry("software_id", Statement.SOFTWARE),
                        java.util.Map.entry("software_version", "1.2"),
                        java.util.Map.entry("client_name", "TV"),
                        java.util.Map.entry("scope", "api:client:v2 b"));
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        String type = algorithm.startsWith("ES") ? "EC" : algorithm.equals("EdDSA") ? "Ed25519" : "RSA";
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        if (type.equals("RSA")) {
            generator.initialize(2048);
        } else if (type.equals("EC")) {
            generator.initialize(algorithm.equals("ES512") ? 521 : Integer.parseInt(algorithm.substring(2)));
        }
        return generator.generateKeyPair();
    }

    /** Whatever algorithm the realm has chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void whatIsSignedIsAcceptedWithThatKeyAndNoOther(String algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        String text = SoftwareStatement.sign(
                TV,
                "https://sso.example/realms/acme",
                Instant.ofEpochSecond(1723227212),
                new SoftwareStatement.SigningKey("k1", algorithm, pair.getPrivate()));

        SoftwareStatement read = SoftwareStatement.read(text);
        read.requireSignatureOf(Optional.of(pair.getPublic()));

        assertThat(read.algorithm()).isEqualTo(algorithm);
        PublicKey other = pair(algorithm).getPublic();
        assertThat(refusalOf(() -> signature(read, Optional.of(other))))
                .isEqualTo(RegistrationRefusal.STATEMENT_SIGNATURE);
        assertThat(refusalOf(() -> signature(read, Optional.empty())))
                .isEqualTo(RegistrationRefusal.STATEMENT_SIGNATURE);
        SoftwareStatement unsigned = SoftwareStatement.read(read.signed() + ".");
        assertThat(refusalOf(() -> signature(unsigned, Optional.of(pair.getPublic()))))
                .isEqualTo(RegistrationRefusal.STATEMENT_SIGNATURE);
    }

    @Test
    void aKeyOfAnotherKindHasSignedNothing() throws Exception {
        KeyPair pair = pair("ES256");

        assertThat(refusalOf(() ->
                        signature(SoftwareStatement.read(Statement.good().text()), Optional.of(pair.getPublic()))))
                .isEqualTo(RegistrationRefusal.STATEMENT_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "", "rs256", "EDDSA"})
    void noStatementIsSignedWithASharedSecret(String algorithm) {
        assertThat(SoftwareStatement.isAlgorithm(algorithm)).isFalse();
    }

    private static Object signature(SoftwareStatement statement, Optional<PublicKey> key) throws Refused {
        statement.requireSignatureOf(key);
        return statement;
    }

    @Test
    void aRevokedApplicationApprovesNone() throws Refused {
        SoftwareStatement read = SoftwareStatement.read(Statement.good().text());
        TV.require(read);

        assertThat(refusalOf(() -> require(application(true, Statement.ID), read)))
                .isEqualTo(RegistrationRefusal.STATEMENT_REVOKED);
        assertThat(refusalOf(() -> require(application(false, "another"), read)))
                .isEqualTo(RegistrationRefusal.STATEMENT_GONE);
    }

    private static Object require(RegisteredApplication application, SoftwareStatement statement) throws Refused {
        application.require(statement);
        return application;
    }
}
