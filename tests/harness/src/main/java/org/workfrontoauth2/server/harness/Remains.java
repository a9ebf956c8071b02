package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the tests of a run have left so far: logs, and the databases of the servers that run. */
public final class Remains {

    private final List<KeycloakServer> servers;

    Remains(List<KeycloakServer> servers) {
        this.servers = servers;
    }

    /** The secrets that were found where none belongs, and what was told of realms before they were deleted. */
    public List<String> secrets() {
        Secrecy secrecy = Secrecy.ofTheRun();
        logs().forEach(log -> secrecy.look("log " + log.getFileName(), text(log)));
        servers.forEach(server ->
                secrecy.look("database of " + server.base(), server.clock().texts()));
        return secrecy.leaks();
    }

    /** How many secrets of each kind were looked for. */
    public Map<String, Integer> counts() {
        return Secrecy.ofTheRun().counts();
    }

    private static List<Path> logs() {
        try (Stream<Path> files = Files.list(Given.workplace().resolve("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
