package org.workfrontoauth2.testing;

/** A {@link Setup} that a server cannot have. The message is one sentence that says what is wrong. */
public final class InvalidSetup extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidSetup(String message) {
        super(message);
    }
}
