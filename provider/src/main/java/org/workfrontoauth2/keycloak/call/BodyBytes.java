package org.workfrontoauth2.keycloak.call;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body. */
public final class BodyBytes {

    /** Not a text. Every reader of bodies refuses it as unreadable. */
    private static final byte[] BROKEN_OFF = {(byte) 0xff};

    private BodyBytes() {}

    /**
     * As many as are needed to see that there are too many. Of a body that breaks off, or takes too long to come, nothing is
     * left that could be read: that is the client's fault, not the server's.
     *
     * @param most how many may be read
     */
    public static byte[] of(InputStream body, int most) {
        try {
            return body.readNBytes(most + 1);
        } catch (IOException brokenOff) {
            return BROKEN_OFF.clone();
        }
    }
}
