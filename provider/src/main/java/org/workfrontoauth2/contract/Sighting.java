package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look for the login of a session ID finds (contract, section 6): the session ID is dead when the user has logged out,
 * and lives until its own end when the login merely ran out of time. A login that cannot be found may be lost for a moment
 * only, while a node restarts: one look in vain refuses, and ends nothing.
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
