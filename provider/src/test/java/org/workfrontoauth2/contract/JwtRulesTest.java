package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final JwtRules RULES =
            new JwtRules("customer", Set.of("https://acme.example", "https://acme.example/token"), false);

    private static final JwtClaims GOOD = new JwtClaims(
            "customer",
            "user",
            NOW.plusSeconds(180),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static JwtClaims issuedBy(String issuer) {
        return new JwtClaims(
                issuer, "user", GOOD.expiresAt(), GOOD.issuedAt(), GOOD.notBefore(), GOOD.id(), GOOD.audience());
    }

    private static JwtClaims expiring(Instant time) {
        return new JwtClaims("customer", "user", time, GOOD.issuedAt(), GOOD.notBefore(), GOOD.id(), GOOD.audience());
    }

    private static JwtClaims issued(Instant time) {
        return new JwtClaims(
                "customer", "user", GOOD.expiresAt(), Optional.of(time), GOOD.notBefore(), GOOD.id(), GOOD.audience());
    }

    private static JwtClaims notBefore(Instant time) {
        return new JwtClaims(
                "customer", "user", GOOD.expiresAt(), GOOD.issuedAt(), Optional.of(time), GOOD.id(), GOOD.audience());
    }

    private static JwtClaims meantFor(String... audience) {
        return new JwtClaims(
                "customer",
                "user",
                GOOD.expiresAt(),
                GOOD.issuedAt(),
                GOOD.notBefore(),
                GOOD.id(),
                Optional.of(Set.of(audience)));
    }

    private static void assertAccepted(JwtClaims claims) {
        assertThatNoException().isThrownBy(() -> RULES.check(claims, NOW));
    }

    private static void assertRefused(JwtClaims claims, Refusal refusal, String description) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RULES.check(claims, NOW))
                .satisfies(refused -> {
                    assertThat(refused.refusal()).isEqualTo(refusal);
                    assertThat(refused.description()).isEqualTo(description);
                });
    }

    private static void assertRefused(JwtClaims claims, Refusal refusal) {
        assertRefused(claims, refusal, refusal.description());
    }

    @Test
    void whatRealClientsSendIsAccepted() {
        assertAccepted(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Customer", "customer ", "other"})
    void issuerIsTheCustomerId(String issuer) {
        assertRefused(issuedBy(issuer), Refusal.JWT_ISSUER);
    }

    @ParameterizedTest
    @CsvSource({"0", "-29", "-29.999"})
    void expiryIsAcceptedUpTo30SecondsLate(double seconds) {
        assertAccepted(expiring(NOW.plusMillis(Math.round(seconds * 1000))));
    }

    @ParameterizedTest
    @CsvSource({"-30, 30", "-31.5, 31", "-125, 125", "-86400, 86400"})
    void expiryInThePastIsRefusedAndSaysByHowMuch(double seconds, long told) {
        assertRefused(
                expiring(NOW.plusMillis(Math.round(seconds * 1000))),
                Refusal.JWT_EXPIRED,
                "The exp of the JWT is in the past (by " + told + " seconds).");
    }

    @ParameterizedTest
    @ValueSource(longs = {3599, 3600, 3630})
    void expiryIsAcceptedUpToOneHourAnd30SecondsAhead(long seconds) {
        assertAccepted(expiring(NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"3631, 31", "7200, 3600", "999999999999, 999999996399"})
    void expiryFurtherAheadIsRefusedAndSaysByHowMuch(long seconds, long told) {
        assertRefused(
                expiring(NOW.plusSeconds(seconds)),
                Refusal.JWT_TOO_LONG,
                "The exp of the JWT is more than one hour ahead (by " + told + " seconds).");
    }

    @ParameterizedTest
    @ValueSource(longs = {-999_999_999_999L, -3600, 0, 30})
    void startIsAcceptedUpTo30SecondsAhead(long seconds) {
        assertAccepted(issued(NOW.plusSeconds(seconds)));
        assertAccepted(notBefore(NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 3600})
    void startInTheFutureIsRefusedAndSaysByHowMuch(long seconds) {
        String description = "The iat or nbf of the JWT is in the future (by " + seconds + " seconds).";

        assertRefused(issued(NOW.plusSeconds(seconds)), Refusal.JWT_NOT_YET, description);
        assertRefused(notBefore(NOW.plusSeconds(seconds)), Refusal.JWT_NOT_YET, description);
    }

    /** What {@code Date.now()} and its kin give, with a few minutes more or less. */
    @ParameterizedTest
    @ValueSource(longs = {0, 180, -3600, 86_400_000})
    void timesInMillisecondsAreRefusedAndSaidSo(long seconds) {
        Instant wrong = Instant.ofEpochSecond(NOW.plusSeconds(seconds).toEpochMilli());

        assertRefused(
                expiring(wrong),
                Refusal.JWT_EXPIRY_IN_MILLISECONDS,
                "The exp of the JWT is in milliseconds. It must be in seconds.");
        assertRefused(
                issued(wrong),
                Refusal.JWT_ISSUE_IN_MILLISECONDS,
                "The iat of the JWT is in milliseconds. It must be in seconds.");
        assertRefused(
                notBefore(wrong),
                Refusal.JWT_START_IN_MILLISECONDS,
                "The nbf of the JWT is in milliseconds. It must be in seconds.");
    }

    @Test
    void aJwtOfAnotherOrganisationIsToldNothingElse() {
        JwtClaims claims = new JwtClaims(
                "other",
                "user",
                Instant.ofEpochSecond(NOW.toEpochMilli()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertRefused(claims, Refusal.JWT_ISSUER);
    }

    @Test
    void audienceMustNameThisServerAmongOthers() {
        assertAccepted(meantFor("https://acme.example"));
        assertAccepted(meantFor("https://other.example", "https://acme.example/token"));
        assertRefused(meantFor("https://other.example"), Refusal.JWT_AUDIENCE);
        assertRefused(meantFor("https://acme.example/"), Refusal.JWT_AUDIENCE);
        assertRefused(meantFor(), Refusal.JWT_AUDIENCE);
    }

    @Test
    void realmMayRequireAnId() {
        JwtRules strict = new JwtRules("customer", Set.of(), true);
        JwtClaims withId = new JwtClaims(
                "customer",
                "user",
                GOOD.expiresAt(),
                GOOD.issuedAt(),
                GOOD.notBefore(),
                Optional.of("id"),
                GOOD.audience());

        assertThatNoException().isThrownBy(() -> strict.check(withId, NOW));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> strict.check(GOOD, NOW))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.JWT_WITHOUT_ID));
    }

    @Test
    void usedIdsAreRememberedExactlyAsLongAsTheyCouldBeUsedAgain() {
        Instant dead = JwtRules.deadAt(GOOD);

        assertThatNoException().isThrownBy(() -> RULES.check(GOOD, dead.minusNanos(1)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RULES.check(GOOD, dead));
    }

    @Test
    void bothDialectsTellTheNumberOfSeconds() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RULES.check(expiring(NOW.minusSeconds(125)), NOW))
                .satisfies(refused -> {
                    String description = "The exp of the JWT is in the past (by 125 seconds).";
                    assertThat(Dialect.WORKFRONT.members(refused.refusal(), refused.description()))
                            .containsEntry("statusCode", 400)
                            .containsEntry("error", true)
                            .containsEntry("type", "invalid_grant")
                            .containsEntry("message", description)
                            .containsEntry("error_description", description);
                    assertThat(Dialect.OAUTH.members(refused.refusal(), refused.description()))
                            .containsOnly(
                                    Map.entry("error", "invalid_grant"), Map.entry("error_description", description));
                });
    }
}
