package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long refresh tokens of an application live and whether they rotate (contract, sections 2 and 11).
 *
 * @param rotates whether every refresh answers with a new refresh token and the old one dies
 * @param grace how long the immediate predecessor still gets its successor, for clients that lost an answer
 * @param absolute longest life, counted from the user's consent; empty: no expiration
 * @param inactive longest time without a use and without a login of the user; empty: no expiration
 */
public record RefreshPolicy(boolean rotates, Duration grace, Optional<Duration> absolute, Optional<Duration> inactive) {

    /** When a grant ends by itself; empty: never. Whichever expiration comes first counts. */
    public Optional<Instant> endsAt(Instant consentedAt, Instant lastActiveAt) {
        return Stream.of(absolute.map(consentedAt::plus), inactive.map(lastActiveAt::plus))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
