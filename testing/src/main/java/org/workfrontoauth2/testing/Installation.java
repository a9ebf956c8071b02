package org.workfrontoauth2.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.workfrontoauth2.testing.distribution.Archive;
import org.workfrontoauth2.testing.distribution.Kc;
import org.workfrontoauth2.testing.distribution.Tree;

/**
 * Keycloak with our jars, unpacked and built once, and again only when one of them changed. It is below {@code target} or
 * {@code build} of the working directory, whichever is there, so that {@code clean} removes it; or where the system property
 * {@value #PROPERTY} says.
 */
final class Installation {

    static final String PROPERTY = "workfront.keycloak.folder";

    private static final List<String> JARS = List.of("keycloak-workfront-oauth2.jar", "workfront-test-clock.jar");

    /** In memory: a server for tests begins empty. */
    private static final List<String> OPTIONS = List.of("--db=dev-mem", "--health-enabled=true");

    private final Path archive;
    private final Path workplace;

    Installation(Path archive, Path workplace) {
        this.archive = archive;
        this.workplace = workplace;
    }

    static Path workplace() {
        String given = System.getProperty(PROPERTY);
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        return Stream.of("target", "build")
                .map(name -> Path.of(name).toAbsolutePath())
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is neither target nor build in "
                        + Path.of("").toAbsolutePath() + ": set the system property " + PROPERTY
                        + " to a folder in which Keycloak can be unpacked."))
                .resolve("workfront-server");
    }

    /** The folder of a built Keycloak. Nothing runs there: servers run in copies. */
    Path home() throws IOException {
        Path builds = Files.createDirectories(workplace.resolve("builds"));
        Path home = builds.resolve("keycloak-" + key());
        if (Files.isDirectory(home)) {
            return home;
        }
        Tree.deleteMatching(builds, "keycloak-[0-9a-f]{16}");
        Path unfinished = builds.resolve("unfinished-" + ProcessHandle.current().pid());
        try {
            Tree.delete(unfinished);
            make(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process of this build was faster; its Keycloak is the same.
        } finally {
            Tree.delete(unfinished);
        }
        return home;
    }

    private void make(Path home) throws IOException {
        Archive.unzip(archive, home);
        for (String jar : JARS) {
            Files.write(home.resolve("providers").resolve(jar), content(jar));
        }
        new Kc(home, "nobody", "nothing-starts-here").run("build", OPTIONS);
    }

    private String key() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (archive.getFileName() + " " + Files.size(archive) + OPTIONS).getBytes(StandardCharsets.UTF_8));
            for (String jar : JARS) {
                digest.update(content(jar));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static byte[] content(String jar) throws IOException {
        try (InputStream content = Installation.class.getResourceAsStream(jar)) {
            if (content == null) {
                throw new FileNotFoundException(
                        jar + " is not in the jar workfront-oauth2-testing: build it with mvn package");
            }
            return content.readAllBytes();
        }
    }
}
