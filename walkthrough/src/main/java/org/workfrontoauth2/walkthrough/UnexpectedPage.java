package org.workfrontoauth2.walkthrough;

/** The browser is somewhere else than it should be. */
public final class UnexpectedPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedPage(String expected, Page actual) {
        super("expected " + expected + ", got " + actual);
    }
}
