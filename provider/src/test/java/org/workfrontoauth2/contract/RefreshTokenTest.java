package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 11: refresh tokens are opaque and carry no expiry. */
class RefreshTokenTest {

    private static final UUID GRANT = UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210");
    private static final int PAYLOAD_BYTES = 24;

    private final RefreshToken token = new RefreshToken(GRANT, 3);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, Long.MAX_VALUE})
    void everythingItSaysIsReadAgain(long generation) {
        RefreshToken each = new RefreshToken(GRANT, generation);

        assertThat(RefreshToken.open(each.seal(TestKeys.ACME), TestKeys.ACME)).contains(each);
    }

    @Test
    void itIsLettersAndDigitsOfAFixedLength() {
        assertThat(Stream.of(token, new RefreshToken(new UUID(0, 0), 0)).map(each -> each.seal(TestKeys.ACME)))
                .allSatisfy(text -> assertThat(text).matches("[A-Za-z0-9]{76}"));
    }

    /** A repeated request after a lost answer gets the same successor. */
    @Test
    void itIsTheSameEveryTime() {
        assertThat(new RefreshToken(GRANT, 3).seal(TestKeys.ACME)).isEqualTo(token.seal(TestKeys.ACME));
    }

    @Test
    void everyGrantGenerationAndRealmHasItsOwn() {
        assertThat(Stream.of(
                        token.seal(TestKeys.ACME),
                        token.seal(TestKeys.OTHER),
                        new RefreshToken(GRANT, 4).seal(TestKeys.ACME),
                        new RefreshToken(new UUID(0, 0), 3).seal(TestKeys.ACME)))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTamperedOneIsRefused() {
        assertThat(Tampered.everywhere(token.seal(TestKeys.ACME)))
                .hasSize(76)
                .allMatch(text -> RefreshToken.open(text, TestKeys.ACME).isEmpty());
    }

    @Test
    void anotherRealmsIsRefused() {
        assertThat(RefreshToken.open(token.seal(TestKeys.OTHER), TestKeys.ACME)).isEmpty();
    }

    @Test
    void whatWasSealedForAnotherPurposeIsRefused() {
        byte[] payload = new byte[PAYLOAD_BYTES];

        assertThat(RefreshToken.open(new Seal(TestKeys.ACME, "session ID", PAYLOAD_BYTES).seal(payload), TestKeys.ACME))
                .isEmpty();
        assertThat(RefreshToken.open(
                        new Seal(TestKeys.ACME, "refresh token", PAYLOAD_BYTES).seal(payload), TestKeys.ACME))
                .isPresent();
    }

    @Test
    void itIsNoSessionIdAndASessionIdIsNone() {
        SessionId sessionId = new SessionId(GRANT, 0, Instant.EPOCH, Instant.EPOCH, Optional.empty());

        assertThat(SessionId.open(token.seal(TestKeys.ACME), TestKeys.ACME)).isEmpty();
        assertThat(RefreshToken.open(sessionId.seal(TestKeys.ACME), TestKeys.ACME))
                .isEmpty();
    }

    /** After an update, and while old and new nodes run side by side. */
    @Test
    void oneOfAnEarlierVersionIsStillTheSame() {
        assertThat(token.seal(TestKeys.ACME))
                .isEqualTo("178s9mDW4mswJ8GbbXPTRzQ09FAo46I8hAR0MwJqNH0EZnYIRTydOUjl6aUcTVzhIrCM7wKclHQ5");
    }
}
