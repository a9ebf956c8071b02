package org.workfrontoauth2.gateways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.workfrontoauth2.testing.distribution.FreePorts;
import org.workfrontoauth2.testing.distribution.Log;
import org.workfrontoauth2.testing.distribution.RunningProcess;
import org.workfrontoauth2.testing.distribution.Tree;
import org.workfrontoauth2.walkthrough.Loopback;

/** A running gateway on a port of the loopback, in front of Keycloak and an API. */
final class Gateway implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** An address of the loopback that is not the gateway's: whoever passes it on does not ask for himself. */
    private static final String CLIENT = "127.0.0.2";

    private final int port;
    private final Path folder;
    private final Certificate certificate;
    private final RunningProcess process;

    private Gateway(int port, Path folder, Certificate certificate, RunningProcess process) {
        this.port = port;
        this.folder = folder;
        this.certificate = certificate;
        this.process = process;
    }

    /**
     * Starts one, and returns when it takes connections.
     *
     * @param command writes the files, and says how the program is started with them
     */
    static Gateway start(
            String name,
            int keycloakPort,
            int apiPort,
            Map<String, String> environment,
            Function<Configuration, List<String>> command) {
        try {
            Path folder = Path.of("target", "gateways", name).toAbsolutePath();
            RunningProcess.endLeftOver(folder);
            Tree.delete(folder);
            Files.createDirectories(folder);
            Certificate certificate = Certificate.make(folder);
            int port = FreePorts.one();
            Configuration configuration = new Configuration(folder)
                    .with("keycloak:8080", "127.0.0.1:" + keycloakPort)
                    .with("api:8080", "127.0.0.1:" + apiPort)
                    .with("8443", Integer.toString(port))
                    .with("/certificate/", folder + "/certificate/")
                    .with("/gateways/", folder + "/")
                    .with("/tmp/", folder + "/");

            Path log = folder.resolve("output.log");
            ProcessBuilder builder = new ProcessBuilder(command.apply(configuration))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("APACHE_LOG_DIR", folder.toString());
            Process started = builder.start();
            RunningProcess process = RunningProcess.of(folder, started, new Log(log));
            Gateway gateway = new Gateway(port, folder, certificate, process);
            gateway.await(started);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Process started) throws IOException {
        long began = System.nanoTime();
        while (!listens()) {
            if (!started.isAlive() || System.nanoTime() - began > PATIENCE) {
                close();
                throw new IllegalStateException("The gateway does not take connections:\n" + logs());
            }
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            Thread.onSpinWait();
            return false;
        }
    }

    int port() {
        return port;
    }

    /** {@code https://acme.my.localhost:PORT} for {@code acme.my}. */
    String base(String organisation) {
        return "https://" + organisation + ".localhost:" + port;
    }

    /** A client of another address than the gateway's, which checks the gateway's certificate. */
    Loopback client() {
        return new Loopback("https", port, host -> {
            Socket plain = new Socket();
            plain.bind(new InetSocketAddress(InetAddress.getByName(CLIENT), 0));
            plain.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
            return certificate.overTls(plain, host, port);
        });
    }

    /** Everything that the gateway has written down so far. */
    String logs() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(Gateway::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
