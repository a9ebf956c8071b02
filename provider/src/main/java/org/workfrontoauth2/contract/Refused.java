package org.workfrontoauth2.contract;

/** Ends the handling of a request with a {@link Refusal}; carries nothing else, so nothing else can leak. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    public Refused(Refusal refusal) {
        // No stack trace: a refusal is an answer, not a fault, and bad input must stay cheap.
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
