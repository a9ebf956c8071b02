package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.registration.Refusing.refusalOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void itSaysWhoSignedItAndForWhat() throws RegistrationRefused {
        SoftwareStatement read = SoftwareStatement.read(Statement.good().text());

        assertThat(read.keyId()).isEqualTo("k1");
        assertThat(read.algorithm()).isEqualTo("RS256");
        assertThat(read.softwareId()).isEqualTo(Statement.SOFTWARE);
        assertThat(read.statementId()).isEqualTo(Statement.ID);
        assertThat(read.signatureBytes()).isEqualTo("signature".getBytes(StandardCharsets.UTF_8));
        assertThat(Statement.good().text()).startsWith(new String(read.signedBytes(), StandardCharsets.US_ASCII) + ".");
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

    @Test
    void aRevokedApplicationApprovesNone() throws RegistrationRefused {
        SoftwareStatement read = SoftwareStatement.read(Statement.good().text());
        TV.require(read);

        assertThat(refusalOf(() -> require(application(true, Statement.ID), read)))
                .isEqualTo(RegistrationRefusal.STATEMENT_REVOKED);
        assertThat(refusalOf(() -> require(application(false, "another"), read)))
                .isEqualTo(RegistrationRefusal.STATEMENT_GONE);
    }

    private static Object require(RegisteredApplication application, SoftwareStatement statement)
            throws RegistrationRefused {
        application.require(statement);
        return application;
    }
}
