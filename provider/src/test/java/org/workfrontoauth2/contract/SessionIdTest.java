package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contract, section 4: the session ID is an opaque string of letters and digits. */
class SessionIdTest {

    private static final int PAYLOAD_BYTES = 44;

    private final SessionId sessionId = new SessionId(
            UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210"),
            7,
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Instant.parse("2026-01-02T04:04:05.679Z"),
            Optional.of(Instant.parse("2026-01-02T13:04:05Z")));

    @Test
    void everythingItSaysIsReadAgain() {
        assertThat(SessionId.open(sessionId.seal(TestKeys.ACME), TestKeys.ACME)).contains(sessionId);
    }

    @Test
    void extremeValuesAreReadAgain() {
        SessionId extreme = new SessionId(
                new UUID(-1, Long.MIN_VALUE),
                Integer.MAX_VALUE,
                Instant.EPOCH,
                Instant.ofEpochMilli(Long.MAX_VALUE),
                Optional.empty());

        assertThat(SessionId.open(extreme.seal(TestKeys.ACME), TestKeys.ACME)).contains(extreme);
    }

    @Test
    void itIsLettersAndDigitsOfAFixedLength() {
        SessionId nothing = new SessionId(new UUID(0, 0), 0, Instant.EPOCH, Instant.EPOCH, Optional.empty());

        assertThat(Stream.of(sessionId, nothing).map(each -> each.seal(TestKeys.ACME)))
                .allSatisfy(text -> assertThat(text).matches("[A-Za-z0-9]{103}"));
    }

    @Test
    void itIsDifferentEveryTime() {
        Set<String> texts =
                Stream.generate(() -> sessionId.seal(TestKeys.ACME)).limit(100).collect(Collectors.toSet());

        assertThat(texts).hasSize(100);
    }

    @Test
    void everyTamperedOneIsRefused() {
        assertThat(Tampered.everywhere(sessionId.seal(TestKeys.ACME)))
                .hasSize(103)
                .allMatch(text -> SessionId.open(text, TestKeys.ACME).isEmpty());
    }

    @Test
    void anotherRealmsIsRefused() {
        assertThat(SessionId.open(sessionId.seal(TestKeys.OTHER), TestKeys.ACME))
                .isEmpty();
    }

    @Test
    void whatWasSealedForAnotherPurposeIsRefused() {
        byte[] payload = new byte[PAYLOAD_BYTES];

        assertThat(SessionId.open(new Seal(TestKeys.ACME, "refresh token", PAYLOAD_BYTES).seal(payload), TestKeys.ACME))
                .isEmpty();
        assertThat(SessionId.open(new Seal(TestKeys.ACME, "session ID", PAYLOAD_BYTES).seal(payload), TestKeys.ACME))
                .isPresent();
    }

    /** After an update, and while old and new nodes run side by side. */
    @Test
    void oneOfAnEarlierVersionOpens() {
        assertThat(SessionId.open(
                        "1AsX9EmxLJeluHuCTKIjrjiAQSvXVSoehgXkvwTdsz29cBOSpDDKIOzJoF8dhVIxMR5LvvFhF3yncZUZzXhGiXY2D2sB52sXN44Xa5q",
                        TestKeys.ACME))
                .contains(sessionId);
    }
}
