package org.workfrontoauth2.server.harness;

import java.nio.file.Path;

/** What the build tells the tests, as system properties. */
final class Given {

    private Given() {}

    static Path path(String property) {
        return Path.of(text(property)).toAbsolutePath().normalize();
    }

    static String text(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("run by Maven, or set the system property " + property);
        }
        return value;
    }

    /** Where servers are built and run. */
    static Path workplace() {
        return Path.of(System.getProperty("basedir", ""), "target", "keycloak").toAbsolutePath();
    }
}
