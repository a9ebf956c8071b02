package org.workfrontoauth2.gateways;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program on this machine: a gateway's, or a tool. */
final class Program {

    private static final String INSTALLATION = "apt-get install --no-install-recommends"
            + " nginx caddy haproxy apache2 libapache2-mod-auth-openidc openssl prometheus";

    private Program() {}

    /** Debian has some of them in a folder that is not in everybody's path. */
    static String find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> missing(name));
    }

    /** A file that comes with one of them. */
    static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw missing(name);
        }
        return file;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                name + " is not installed, and the profile gateways tests it. On Debian: " + INSTALLATION);
    }
}
