package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The H2 database of a server that is stopped, written with the program that the distribution brings along. */
final class FileDatabase {

    private final Path home;

    FileDatabase(Path home) {
        this.home = home;
    }

    /** Runs these statements, as an earlier version might have left the data. */
    void run(String... statements) throws IOException {
        Path log = home.resolve("database.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar().toString(),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + home.resolve("data/h2/keycloakdb") + ";NON_KEYWORDS=VALUE;IFEXISTS=TRUE",
                        "-user",
                        "",
                        "-password",
                        "",
                        "-sql",
                        String.join("; ", statements)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("the statements failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib/lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database.h2-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
