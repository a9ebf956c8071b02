package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long refresh tokens of an application last, and whether they rotate (contract, sections 2 and 11).
 *
 * @param rotates whether every refresh returns a new refresh token and the old one stops working
 * @param grace how long the previous refresh token still gets the current one, for clients that did not receive the
 *     response
 * @param absolute longest life, counted from the user's consent; empty: no expiration
 * @param inactive longest time without a use and without a login of the user; empty: no expiration
 */
public record RefreshPolicy(boolean rotates, Duration grace, Optional<Duration> absolute, Optional<Duration> inactive) {

    /** What may pass at most between a use or login and the next one that is written down. */
    public static final Duration EXACT = Duration.ofMinutes(1);

    /** The same, as a part of the inactive expiration. */
    public static final int PARTS = 60;

    /** When a grant ends by itself; empty: never. Whichever expiration comes first counts. */
    public Optional<Instant> endsAt(Instant consentedAt, Instant lastActiveAt) {
        return Stream.of(absolute.map(consentedAt::plus), inactive.map(lastActiveAt::plus))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /**
     * Whether a use must be written down. Uses are many, and most of them change nothing that anybody could notice: one is
     * written down when the last use or login is a minute or a sixtieth of the inactive expiration old, whichever is less, or
     * when the session ID that is issued now would be cut short without it.
     *
     * @param lastActiveAt the last use that was written down, or the last login
     * @param sessionLife how long the session ID would live
     */
    public boolean useIsDue(Instant lastActiveAt, Duration sessionLife, Instant now) {
        boolean cutsShort = inactive.filter(most -> now.plus(sessionLife).isAfter(lastActiveAt.plus(most)))
                .isPresent();
        return cutsShort || loginIsDue(lastActiveAt, now);
    }

    /**
     * Whether a login must be written down with a grant of its user, for the same reason: not if a use or login was within
     * the last minute, or a sixtieth of the inactive expiration, whichever is less.
     *
     * @param lastActiveAt the last use or login that was written down
     */
    public boolean loginIsDue(Instant lastActiveAt, Instant now) {
        Duration exact = inactive.map(most -> most.dividedBy(PARTS))
                .filter(part -> part.compareTo(EXACT) < 0)
                .orElse(EXACT);
        return !now.isBefore(lastActiveAt.plus(exact));
    }
}
