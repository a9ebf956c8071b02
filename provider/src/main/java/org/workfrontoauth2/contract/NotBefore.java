package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything that was issued up to this second is refused (contract, section 6).
 *
 * @param second since 1970; 0: nothing is refused
 */
public record NotBefore(int second) {

    /** Whether that moment is in this second. */
    public boolean isSecondOf(Instant moment) {
        return second > 0 && moment.getEpochSecond() == second;
    }

    /** Whether what was issued at that moment counts: what was issued in the same second does not. */
    public boolean allows(Instant issued) {
        return second <= 0 || issued.getEpochSecond() > second;
    }

    /**
     * Whether a login that began at that moment counts.
     *
     * @param logout when exactly an administrator logged the user out, if that is known: a login that began later in the
     *     same second counts
     */
    public boolean allows(Instant loginBegan, Optional<Instant> logout) {
        return allows(loginBegan)
                || isSecondOf(loginBegan) && logout.filter(loginBegan::isAfter).isPresent();
    }

    /** The issue time of a token that is issued now: never within this second, where it could not be told apart later. */
    public Instant countsFrom(Instant now) {
        return allows(now) ? now : Instant.ofEpochSecond(second + 1L);
    }
}
