package org.workfrontoauth2.server.browser;

import java.util.Locale;

/** What colours the user prefers. */
public enum Scheme {
    LIGHT,
    DARK;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
