package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));

    @Test
    void aLoginThatIsThereGoesOnUntilTheUserLogsOut() {
        assertThat(Sighting.there(false, Optional.empty())).isEqualTo(Sighting.GOES_ON);
        assertThat(Sighting.there(true, Optional.empty())).isEqualTo(Sighting.ENDED);
        assertThat(Sighting.there(true, Optional.of(EARLIER))).isEqualTo(Sighting.ENDED);
    }

    @Test
    void oneLookInVainRefusesAndEndsNothing() {
        assertThat(Sighting.gone(LATER, Optional.empty(), NOW)).isEqualTo(Sighting.MISSING);
        assertThat(Sighting.MISSING.refuses()).isTrue();
        assertThat(Sighting.there(false, Optional.of(NOW))).isEqualTo(Sighting.FOUND_AGAIN);
        assertThat(Sighting.FOUND_AGAIN.refuses()).isFalse();
    }

    @Test
    void aSecondLookInVainAMinuteLaterEndsIt() {
        assertThat(Sighting.gone(LATER, Optional.of(NOW.minusSeconds(59)), NOW)).isEqualTo(Sighting.MISSING);
        assertThat(Sighting.gone(LATER, Optional.of(NOW.minusSeconds(60)), NOW)).isEqualTo(Sighting.ENDED);
    }

    @Test
    void whatRanOutOfTimeGoesOnUnlessItWasMissingBefore() {
        assertThat(Sighting.gone(EARLIER, Optional.empty(), NOW)).isEqualTo(Sighting.GOES_ON);
        assertThat(Sighting.gone(EARLIER, Optional.of(EARLIER), NOW)).isEqualTo(Sighting.ENDED);
    }
}
