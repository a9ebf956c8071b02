package org.workfrontoauth2.keycloak.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** What this jar is, as the build wrote it down; the manifest says the same. */
final class Release {

    private static final String FILE = "/META-INF/workfront-oauth2.properties";

    private Release() {}

    /** For the console's page with information about the server: version, commit, and the Keycloak it was tested with. */
    static Map<String, String> described() {
        Properties file = new Properties();
        try (InputStream stream = Release.class.getResourceAsStream(FILE)) {
            file.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "version", file.getProperty("version"),
                "commit", file.getProperty("commit"),
                "testedWith",
                        "Keycloak " + file.getProperty("keycloak.oldest") + " to "
                                + file.getProperty("keycloak.newest"));
    }
}
