package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Contract, section 5: how many {@code jti} are remembered is limited. */
class JwtIdsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:30Z");

    private final JwtIds ids = new JwtIds();

    @Test
    void thereIsRoomUntilTheMostAreRemembered() {
        assertThat(ids.haveRoom(2, NOW)).isTrue();
        ids.add(NOW.plusSeconds(210));
        assertThat(ids.haveRoom(2, NOW)).isTrue();
        ids.add(NOW.plusSeconds(3630));
        assertThat(ids.haveRoom(2, NOW)).isFalse();
        assertThat(ids.haveRoom(3, NOW)).isTrue();
    }

    /** By the minute: never before its JWT has expired. */
    @Test
    void whatHasExpiredIsForgotten() {
        Instant until = NOW.plusSeconds(210);
        ids.add(until);

        assertThat(ids.haveRoom(1, until.minusSeconds(1))).isFalse();
        assertThat(ids.haveRoom(1, until)).isFalse();
        assertThat(ids.haveAny(until)).isTrue();
        assertThat(ids.haveRoom(1, until.plusSeconds(60))).isTrue();
        assertThat(ids.haveAny(until.plusSeconds(60))).isFalse();
    }
}
