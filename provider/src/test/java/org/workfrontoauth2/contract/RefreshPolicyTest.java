package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, section 2: absolute and inactive expiration. */
class RefreshPolicyTest {

    private static final Instant CONSENTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Optional<Duration> NEVER = Optional.empty();

    private static Optional<Instant> end(Optional<Duration> absolute, Optional<Duration> inactive, Instant lastUsed) {
        return new RefreshPolicy(true, Duration.ofSeconds(10), absolute, inactive).endsAt(CONSENTED, lastUsed);
    }

    private static Optional<Duration> days(int days) {
        return Optional.of(Duration.ofDays(days));
    }

    private static Instant day(int day) {
        return CONSENTED.plus(Duration.ofDays(day));
    }

    @Test
    void withoutExpirationsAGrantNeverEnds() {
        assertThat(end(NEVER, NEVER, CONSENTED)).isEmpty();
    }

    @Test
    void theAbsoluteExpirationCountsFromTheConsentAndNeverMoves() {
        assertThat(end(days(30), NEVER, CONSENTED)).contains(day(30));
        assertThat(end(days(30), NEVER, day(29))).contains(day(30));
    }

    @Test
    void theInactiveExpirationCountsFromTheLastUse() {
        assertThat(end(NEVER, days(7), CONSENTED)).contains(day(7));
        assertThat(end(NEVER, days(7), day(100))).contains(day(107));
    }

    @ParameterizedTest
    @CsvSource({
        // inactive, session life, seconds since the last use; whether it is written down
        "0, 3600, 59, false",
        "0, 3600, 60, true",
        "604800, 3600, 59, false",
        "604800, 3600, 60, true",
        "1200, 60, 19, false",
        "1200, 60, 20, true",
        "1200, 1190, 10, false",
        "1200, 1191, 10, true",
        "2, 1, 1, true",
    })
    void aUseIsWrittenDownWhenItMakesADifference(int inactive, int life, int since, boolean due) {
        Optional<Duration> expiration = inactive == 0 ? NEVER : Optional.of(Duration.ofSeconds(inactive));
        RefreshPolicy policy = new RefreshPolicy(false, Duration.ZERO, NEVER, expiration);

        assertThat(policy.useIsDue(CONSENTED, Duration.ofSeconds(life), CONSENTED.plusSeconds(since)))
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "inactive {0}, {1} seconds after the last: {2}")
    @CsvSource({
        "0, 59, false",
        "0, 60, true",
        "604800, 59, false",
        "604800, 60, true",
        "1200, 19, false",
        "1200, 20, true",
    })
    void aLoginIsWrittenDownWhenItMakesADifference(int inactive, int since, boolean due) {
        Optional<Duration> expiration = inactive == 0 ? NEVER : Optional.of(Duration.ofSeconds(inactive));
        RefreshPolicy policy = new RefreshPolicy(false, Duration.ZERO, NEVER, expiration);

        assertThat(policy.loginIsDue(CONSENTED, CONSENTED.plusSeconds(since))).isEqualTo(due);
    }

    @Test
    void whicheverComesFirstCounts() {
        assertThat(end(days(30), days(7), CONSENTED)).contains(day(7));
        assertThat(end(days(30), days(7), day(22))).contains(day(29));
        assertThat(end(days(30), days(7), day(24))).contains(day(30));
    }
}
