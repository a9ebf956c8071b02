package org.workfrontoauth2.examples;

import java.util.Locale;

/** How an application answers: the switch "Standard OAuth2 responses" on or off (contract, section 4). */
enum Mode {
    STANDARD,
    WORKFRONT;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
