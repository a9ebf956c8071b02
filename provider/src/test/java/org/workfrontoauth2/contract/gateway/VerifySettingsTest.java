package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, section 6: the settings of a realm. */
class VerifySettingsTest {

    private static VerifySettings with(String key, String value) {
        return VerifySettings.read(Map.of(key, value)::get);
    }

    @Test
    void byDefaultNothingIsAnsweredFromMemoryAndTheQueryCounts() {
        VerifySettings settings = VerifySettings.read(key -> null);

        assertThat(settings.cached()).isZero();
        assertThat(settings.queryCounts()).isTrue();
        assertThat(settings.askers()).isEqualTo(Askers.read(null, null));
    }

    /** What cannot be read leaves every session ID to be looked up. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "60, 60", "' 5 ', 5", "'', 0", "61, 0", "-1, 0", "x, 0", "1.5, 0", "100, 0", "９, 0"})
    void secondsAreZeroToSixty(String text, int seconds) {
        assertThat(with("workfront.verify.cache.seconds", text).cached()).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** What cannot be read switches it off. */
    @ParameterizedTest
    @CsvSource({"true, true", "' true ', true", "'', true", "false, false", "TRUE, false", "no, false"})
    void theQueryCountsUnlessItIsSwitchedOff(String text, boolean counts) {
        assertThat(with("workfront.session.query", text).queryCounts()).isEqualTo(counts);
    }
}
