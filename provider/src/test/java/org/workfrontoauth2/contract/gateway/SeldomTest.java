package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.Refusal;

/** Decision 0034: a flood of refusals is no flood of events. */
class SeldomTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Seldom seldom = new Seldom();

    @Test
    void theFirstInAMinuteIsTold() {
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW)).isTrue();
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW)).isFalse();
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW.plusSeconds(59)))
                .isFalse();
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW.plusSeconds(60)))
                .isTrue();
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW.plusSeconds(61)))
                .isFalse();
    }

    @Test
    void everyRealmAndEveryKindHasItsOwn() {
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW)).isTrue();
        assertThat(seldom.isFirst("q", GatewayRefusal.MAY_NOT_ASK, NOW)).isTrue();
        assertThat(seldom.isFirst("r", Refusal.TWO_SESSION_IDS, NOW)).isTrue();
    }

    /** A clock that was set back does not silence anybody. */
    @Test
    void aTimeInTheFutureDoesNotCount() {
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW)).isTrue();
        assertThat(seldom.isFirst("r", GatewayRefusal.MAY_NOT_ASK, NOW.minusSeconds(1)))
                .isTrue();
    }
}
