package org.workfrontoauth2.keycloak.token;

import org.workfrontoauth2.contract.Refusal;

/** Carries a refusal out of Keycloak's own code, which knows unchecked exceptions only. */
final class RefusedInside extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedInside(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
