package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of looking up the login of a session ID (contract, section 6). If the user has logged out, the session ID
 * is dead. If the login only timed out, the session ID stays valid until it expires. A login that is not found may be
 * missing only for a moment, while a node restarts. So a lookup that finds nothing refuses the session ID, but does not
 * end the grant.
 */
public enum Sighting {
    /** It is there, or it has run out of time. */
    GOES_ON(false),
    /** It was missing the last time, and is there. */
    FOUND_AGAIN(false),
    /** It should be there, and is not: nobody can tell yet whether for good. */
    MISSING(true),
    /** It is over, and did not run out of time. */
    ENDED(true);

    /** How far apart two looks in vain are before a login is over: longer than a node takes to rejoin. */
    public static final Duration DOUBT = Duration.ofMinutes(1);

    private final boolean refuses;

    Sighting(boolean refuses) {
        this.refuses = refuses;
    }

    /** Whether the session ID is refused. */
    public boolean refuses() {
        return refuses;
    }

    /** Of a login that is there. */
    public static Sighting there(boolean loggedOut, Optional<Instant> missedAt) {
        if (loggedOut) {
            return ENDED;
        }
        return missedAt.isPresent() ? FOUND_AGAIN : GOES_ON;
    }

    /**
     * Of a login that is not there.
     *
     * @param loggedInUntil before that, it cannot have run out of time
     * @param missedAt when it was first looked for in vain
     */
    public static Sighting gone(Instant loggedInUntil, Optional<Instant> missedAt, Instant now) {
        if (missedAt.isPresent()) {
            return missedAt.get().plus(DOUBT).isAfter(now) ? MISSING : ENDED;
        }
        return now.isBefore(loggedInUntil) ? MISSING : GOES_ON;
    }
}
