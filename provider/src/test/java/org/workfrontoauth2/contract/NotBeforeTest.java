package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, section 6: what an administrator's logout and not-before end. */
class NotBeforeTest {

    private static final NotBefore NOT_BEFORE = new NotBefore(1000);

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "999999, false", "1000000, false", "1000999, false", "1001000, true"})
    void whatWasIssuedInTheSameSecondIsRefused(long issued, boolean counts) {
        assertThat(NOT_BEFORE.allows(at(issued))).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({
        "999999, false",
        "1000000, false",
        "1000499, false",
        "1000500, false",
        "1000501, true",
        "1000999, true",
        "1001000, true"
    })
    void aLoginThatBeganAfterTheLogoutCounts(long began, boolean counts) {
        assertThat(NOT_BEFORE.allows(at(began), Optional.of(at(1_000_500)))).isEqualTo(counts);
    }

    @Test
    void whereNobodyKnowsTheMomentTheWholeSecondIsRefused() {
        assertThat(NOT_BEFORE.allows(at(1_000_999), Optional.empty())).isFalse();
        assertThat(NOT_BEFORE.allows(at(1_001_000), Optional.empty())).isTrue();
    }

    @Test
    void withoutNotBeforeNothingIsRefused() {
        assertThat(new NotBefore(0).allows(Instant.EPOCH)).isTrue();
        assertThat(new NotBefore(0).countsFrom(at(5))).isEqualTo(at(5));
    }

    @Test
    void whatCountsIsNeverWrittenDownWithinThatSecond() {
        assertThat(NOT_BEFORE.countsFrom(at(1_000_501))).isEqualTo(at(1_001_000));
        assertThat(NOT_BEFORE.countsFrom(at(1_001_001))).isEqualTo(at(1_001_001));
    }
}
