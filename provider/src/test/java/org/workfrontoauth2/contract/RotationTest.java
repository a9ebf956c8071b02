package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Rotation.Verdict;

/** Contract, section 11: rotation that survives a lost answer. */
class RotationTest {

    private static final Instant ROTATED = Instant.parse("2026-01-01T00:00:00.500Z");
    private static final long CURRENT = 5;

    private static Rotation rotated(int graceSeconds) {
        return new Rotation(CURRENT, Optional.of(ROTATED.plusSeconds(graceSeconds)));
    }

    private static RefreshPolicy policy(boolean rotates, int graceSeconds) {
        return new RefreshPolicy(rotates, Duration.ofSeconds(graceSeconds), Optional.empty(), Optional.empty());
    }

    private Verdict judge(long presented, int graceSeconds, long millisSinceRotation) {
        return rotated(graceSeconds)
                .judge(presented, policy(true, graceSeconds), ROTATED.plusMillis(millisSinceRotation));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9_999, 10_000, 1_000_000_000})
    void theCurrentTokenIsRotatedAtAnyTime(long millis) {
        assertThat(judge(CURRENT, 10, millis)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void withoutRotationTheCurrentTokenIsKept() {
        assertThat(rotated(10).judge(CURRENT, policy(false, 10), ROTATED)).isEqualTo(Verdict.KEEP);
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "10, 1", "10, 9999", "1, 999", "60, 59999"})
    void predecessorIsAcceptedWithinTheGraceTime(int grace, long millis) {
        assertThat(judge(CURRENT - 1, grace, millis)).isEqualTo(Verdict.REPEAT);
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "10, 10001", "1, 1000", "60, 60000"})
    void predecessorIsReuseWhenTheGraceTimeIsOver(int grace, long millis) {
        assertThat(judge(CURRENT - 1, grace, millis)).isEqualTo(Verdict.REUSE);
    }

    /** A node's clock may be a little behind that of the node that rotated. */
    @Test
    void predecessorIsAcceptedByANodeWhoseClockIsBehind() {
        assertThat(judge(CURRENT - 1, 10, -1)).isEqualTo(Verdict.REPEAT);
        assertThat(judge(CURRENT - 1, 0, -1)).isEqualTo(Verdict.REUSE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999})
    void withoutGraceTimeTheSameSecondIsReuse(long millis) {
        assertThat(judge(CURRENT - 1, 0, millis)).isEqualTo(Verdict.REUSE);
    }

    @Test
    void predecessorIsReuseOnceItsSuccessorWasUsed() {
        Rotation used = new Rotation(CURRENT, Optional.empty());

        assertThat(used.judge(CURRENT - 1, policy(true, 60), ROTATED)).isEqualTo(Verdict.REUSE);
        assertThat(used.judge(CURRENT, policy(true, 60), ROTATED)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void aLongerGraceTimeAfterwardsRevivesNoPredecessor() {
        Instant later = ROTATED.plusSeconds(11);

        assertThat(rotated(10).judge(CURRENT - 1, policy(true, 60), later)).isEqualTo(Verdict.REUSE);
        assertThat(rotated(10).judge(CURRENT - 1, policy(true, 0), ROTATED)).isEqualTo(Verdict.REUSE);
    }

    @ParameterizedTest
    @ValueSource(longs = {CURRENT - 2, 0, CURRENT + 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void everyOtherTokenIsReuse(long presented) {
        assertThat(judge(presented, 60, 0)).isEqualTo(Verdict.REUSE);
        assertThat(rotated(60).judge(presented, policy(false, 60), ROTATED)).isEqualTo(Verdict.REUSE);
    }

    /** The switch may be turned off between a refresh and its repetition. */
    @Test
    void predecessorIsAcceptedWithinTheGraceTimeEvenIfRotationIsOffByNow() {
        assertThat(rotated(10).judge(CURRENT - 1, policy(false, 10), ROTATED)).isEqualTo(Verdict.REPEAT);
    }
}
