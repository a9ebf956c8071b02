package org.workfrontoauth2.contract.registration;

/** Ends the handling of a request with a {@link RegistrationRefusal}; carries nothing else, so nothing else can leak. */
public final class RegistrationRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final RegistrationRefusal refusal;

    public RegistrationRefused(RegistrationRefusal refusal) {
        // No stack trace: a refusal is an answer, not a fault, and bad input must stay cheap.
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public RegistrationRefusal refusal() {
        return refusal;
    }
}
