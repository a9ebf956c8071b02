package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** What the build tells the tests: {@code given.properties}, and system properties that come first. */
public final class Given {

    private static final Properties BUILD = build();

    private Given() {}

    public static Path path(String property) {
        return Path.of(text(property)).toAbsolutePath().normalize();
    }

    static String text(String property) {
        String value = System.getProperty(property, BUILD.getProperty(property));
        if (value == null) {
            throw new IllegalStateException("neither the build nor a system property says " + property);
        }
        return value;
    }

    /** Where servers are built and run. */
    static Path workplace() {
        return Path.of(System.getProperty("basedir", ""), "target", "keycloak").toAbsolutePath();
    }

    private static Properties build() {
        Properties properties = new Properties();
        try (InputStream file = Given.class.getResourceAsStream("given.properties")) {
            if (file == null) {
                throw new IllegalStateException("given.properties is not in the harness: build it with Maven");
            }
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
