package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.workfrontoauth2.testing.distribution.Archive;
import org.workfrontoauth2.testing.distribution.Tree;

/** A distribution with its jars, unzipped and built once, and again only when one of them changed. */
final class Distribution {

    private final Build build;
    private final Path home;

    private Distribution(Build build, Path home) {
        this.build = build;
        this.home = home;
    }

    static Path home(Build build) throws IOException {
        String name = build.name().toLowerCase(Locale.ROOT);
        Path builds = Files.createDirectories(Given.workplace().resolve("builds"));
        Path home = builds.resolve(name + "-" + key(build));
        if (!Files.isDirectory(home)) {
            Tree.deleteMatching(builds, name + "-[0-9a-f]{16}.*");
            Path unfinished = builds.resolve(home.getFileName() + ".unfinished");
            new Distribution(build, unfinished).make();
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private static String key(Build build) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((build.version() + build.options()).getBytes(StandardCharsets.UTF_8));
            for (Path jar : build.jars()) {
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make() throws IOException {
        Archive.unzip(build.archive(), home);
        for (Path jar : build.jars()) {
            Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()));
        }
        if (build != Build.FOR_DEVELOPMENT) {
            Admin.kc(home).run("build", build.options());
        }
    }
}
