package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides what happens to a refresh token that is sent (contract, section 11).
 *
 * <p>Generations are numbered. The current one is valid. The previous one is valid only within the grace time, and only
 * until the current one was used. Every other one is reuse.
 *
 * @param generation the grant's current generation
 * @param graceUntil until when its predecessor is accepted, by the policy at the time of the rotation: a longer grace
 *     time afterwards does not make it valid again. Empty once the current generation has been used, which closes the
 *     window
 */
public record Rotation(long generation, Optional<Instant> graceUntil) {

    /** What to do with a presented refresh token. */
    public enum Verdict {
        /** Answer with the same refresh token. */
        KEEP,
        /** Answer with the next generation; this one is spent. */
        ROTATE,
        /** An answer was lost: answer with the current generation again. */
        REPEAT,
        /** Somebody else has a copy, so the whole grant ends. */
        REUSE
    }

    /** Whether a predecessor may still be in time; a use of the current generation closes that window. */
    public boolean windowIsOpen() {
        return graceUntil.isPresent();
    }

    public Verdict judge(long presented, RefreshPolicy policy, Instant now) {
        if (presented == generation) {
            return policy.rotates() ? Verdict.ROTATE : Verdict.KEEP;
        }
        boolean predecessor = presented == generation - 1;
        boolean inTime =
                !policy.grace().isZero() && graceUntil.filter(now::isBefore).isPresent();
        return predecessor && inTime ? Verdict.REPEAT : Verdict.REUSE;
    }
}
