package org.workfrontoauth2.walkthrough;

/** Something came back that is not what the contract says. */
public final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Mismatch(String message) {
        super(message);
    }
}
