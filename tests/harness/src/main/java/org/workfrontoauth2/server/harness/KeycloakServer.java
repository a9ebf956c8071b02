package org.workfrontoauth2.server.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.testing.distribution.FreePorts;
import org.workfrontoauth2.testing.distribution.Log;
import org.workfrontoauth2.testing.distribution.RunningProcess;
import org.workfrontoauth2.testing.distribution.Tree;

/** A running server, on free ports of the loopback interface. */
public final class KeycloakServer implements AutoCloseable {

    private final Setup setup;
    private final Path home;
    private final Log log;
    private final Path logFile;
    private final int port;
    private final int managementPort;
    private final List<String> options;
    private final Admin admin;
    private final Clock clock;
    /** Null before the first start only. */
    private @Nullable RunningProcess process;

    private KeycloakServer(
            Setup setup,
            Path home,
            Path logFile,
            List<Integer> ports,
            Map<String, String> environment,
            List<Clock> clocks) {
        this.setup = setup;
        this.home = home;
        this.logFile = logFile;
        this.log = new Log(logFile);
        this.port = ports.get(0);
        this.managementPort = ports.get(1);
        Map<String, String> values = new HashMap<>(environment);
        values.put("port", ports.get(0).toString());
        values.put("management-port", ports.get(1).toString());
        values.put("cluster-port", ports.get(2).toString());
        this.options = setup.options(values);
        this.admin = new Admin(base());
        this.clock = new Clock(base(), clocks);
    }

    /** A server with a database of its own. */
    static KeycloakServer start(Setup setup) {
        return start(setup, Map.of(), new ArrayList<>());
    }

    /** One of the nodes on this database, whose clocks move together. */
    static KeycloakServer start(Setup node, Postgres database, List<Clock> clocks) {
        return start(node, Map.of("database", database.url()), clocks);
    }

    private static KeycloakServer start(Setup setup, Map<String, String> environment, List<Clock> clocks) {
        try {
            String name = setup.name().toLowerCase(Locale.ROOT);
            Path home = Given.workplace().resolve("servers").resolve(name);
            RunningProcess.endLeftOver(home);
            Tree.delete(home);
            Tree.link(Distribution.home(setup.build()), home);
            Path imported = Files.createDirectories(home.resolve("data/import"));
            if (setup.importsTheRealm()) {
                Files.copy(Given.path("realm.file"), imported.resolve("acme-realm.json"));
            }
            Path logFile =
                    Files.createDirectories(Given.workplace().resolve("logs")).resolve(name + ".log");
            Files.deleteIfExists(logFile);

            KeycloakServer server = new KeycloakServer(setup, home, logFile, FreePorts.three(), environment, clocks);
            server.start();
            if (setup.importsTheRealm()) {
                server.realm().recordEvents();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        boolean development = setup.isForDevelopment();
        List<String> words = new ArrayList<>(development ? setup.build().options() : List.of("--optimized"));
        words.addAll(options);
        try {
            RunningProcess started = RunningProcess.of(
                    home, Admin.kc(home).start(development ? "start-dev" : "start", words, logFile), log);
            process = started;
            started.awaitReady(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and starts again, on the same ports with the same data. */
    public void restart() {
        restart(() -> {});
    }

    /** The same, with something done while it is stopped. How long the start took. */
    public Duration restart(Runnable whileItIsStopped) {
        stop();
        long begin;
        try {
            whileItIsStopped.run();
        } finally {
            begin = System.nanoTime();
            start();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How long processors have worked for it since it was started. */
    public Duration processorTime() {
        return process == null ? Duration.ZERO : process.processorTime();
    }

    /** Runs one of Keycloak's own commands, such as {@code export}, while the server is stopped, and starts it again. */
    public void run(String command, String... options) {
        stop();
        List<String> words = new ArrayList<>(List.of("--optimized"));
        words.addAll(List.of(options));
        try {
            Admin.kc(home).run(command, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            start();
        }
    }

    /** Changes the database past the server, while it is stopped, and starts it again. */
    public void rewrite(String... statements) {
        stop();
        try {
            new FileDatabase(home).run(statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            start();
        }
    }

    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:PORT}, with the path of the server. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port + setup.path());
    }

    /** That name with the server's port, as it stands in a {@code Host} header. */
    public String host(String name) {
        return name + ":" + port;
    }

    public Admin admin() {
        return admin;
    }

    public Metrics metrics() {
        return new Metrics(URI.create("http://127.0.0.1:" + managementPort + "/metrics"));
    }

    /** The realm of the demo. */
    public Realm realm() {
        return realm("acme");
    }

    public Realm realm(String name) {
        return new Realm(admin, name);
    }

    public Clock clock() {
        return clock;
    }

    public Log log() {
        return log;
    }

    private void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
