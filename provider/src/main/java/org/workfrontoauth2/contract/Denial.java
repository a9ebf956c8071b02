package org.workfrontoauth2.contract;

/** A refusal, in either contract. Its texts are fixed, and never contain input or secrets. */
public interface Denial {

    /** Its name among those of its kind: one of few, and fixed. */
    String name();

    /** What is at fault. */
    Fault fault();

    /** The OAuth2 error (RFC 6749, 5.2). */
    String error();

    /** A fixed sentence for people who read a log. */
    String description();

    /** The error code of the event that the administrator sees. */
    String event();
}
