package org.workfrontoauth2.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's distribution, the zip {@code org.keycloak:keycloak-quarkus-dist}: where the system property
 * {@value #PROPERTY} or the environment variable {@value #VARIABLE} says, else in the local Maven repository.
 */
final class KeycloakArchive {

    static final String PROPERTY = "workfront.keycloak";
    static final String VARIABLE = "WORKFRONT_KEYCLOAK";

    private KeycloakArchive() {}

    static Path find() {
        String given = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return find(given, localRepository(System.getProperty("maven.repo.local")), version());
    }

    static Path find(@Nullable String given, Path repository, String version) {
        if (given != null && !given.isBlank()) {
            Path archive = Path.of(given);
            if (!Files.isRegularFile(archive)) {
                throw new IllegalStateException("There is no Keycloak distribution at " + archive.toAbsolutePath()
                        + ", where the system property " + PROPERTY + " or the variable " + VARIABLE
                        + " says. It has to be the zip, not unpacked.");
            }
            return archive;
        }
        Path archive = repository
                .resolve("org/keycloak/keycloak-quarkus-dist")
                .resolve(version)
                .resolve("keycloak-quarkus-dist-" + version + ".zip");
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException(
                    "Keycloak " + version + " is not in the local Maven repository: there is no "
                            + archive + ". Run once: mvn dependency:get -Dartifact=org.keycloak:keycloak-quarkus-dist:"
                            + version + ":zip -Dtransitive=false. Or set the system property " + PROPERTY
                            + " or the variable " + VARIABLE + " to the path of the zip.");
        }
        return archive;
    }

    private static Path localRepository(@Nullable String given) {
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(given);
    }

    static String version() {
        String other = System.getProperty("workfront.keycloak.version");
        return other == null || other.isBlank() ? builtIn() : other;
    }

    private static String builtIn() {
        try (InputStream file = Objects.requireNonNull(
                KeycloakArchive.class.getResourceAsStream("keycloak.properties"), "keycloak.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
