package org.workfrontoauth2.contract;

import java.time.Duration;

/**
 * Ends the handling of a request with a {@link Denial}; carries nothing else but a number of seconds, so nothing else
 * can leak.
 */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Denial refusal;
    private final String description;
    private final boolean recorded;

    public Refused(Denial refusal) {
        this(refusal, refusal.description(), false);
    }

    /** Of a request whose event Keycloak has recorded already. */
    public static Refused recorded(Denial refusal) {
        return new Refused(refusal, refusal.description(), true);
    }

    /** With how far off a time was, in whole seconds. */
    public Refused(Denial refusal, Duration off) {
        this(refusal, refusal.description().replaceFirst("\\.$", " (by " + off.toSeconds() + " seconds)."), false);
    }

    private Refused(Denial refusal, String description, boolean recorded) {
        // No stack trace: a refusal is an answer, not a fault, and bad input must stay cheap.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
        this.description = description;
        this.recorded = recorded;
    }

    public Denial refusal() {
        return refusal;
    }

    /** Whether Keycloak has recorded the event of this refusal already. */
    public boolean isRecorded() {
        return recorded;
    }

    /** The refusal's sentence, with the number of seconds where there is one. */
    public String description() {
        return description;
    }
}
