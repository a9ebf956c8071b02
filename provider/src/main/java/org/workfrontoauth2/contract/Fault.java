package org.workfrontoauth2.contract;

/** What is wrong with a request that is refused. {@link ErrorForm} decides which HTTP status that is. */
public enum Fault {
    /** What it says. */
    REQUEST(400),
    /** Who the client is, or how it shows that. */
    CLIENT(401),
    /** The access token it carries. */
    TOKEN(401),
    /** Who asks: this is not told to everybody. */
    ASKER(403),
    METHOD(405),
    /** It is too large. */
    SIZE(413),
    MEDIA_TYPE(415),
    /** There are too many of its kind. */
    RATE(429);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    /** The HTTP status that is usual (RFC 9110, 15.5; RFC 6585, 4; RFC 6749, 5.2). */
    public int status() {
        return status;
    }
}
