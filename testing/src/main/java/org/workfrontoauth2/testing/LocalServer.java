package org.workfrontoauth2.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.workfrontoauth2.testing.distribution.FreePorts;
import org.workfrontoauth2.testing.distribution.Kc;
import org.workfrontoauth2.testing.distribution.Log;
import org.workfrontoauth2.testing.distribution.RunningProcess;
import org.workfrontoauth2.testing.distribution.Tree;
import org.workfrontoauth2.walkthrough.Loopback;

/** A running server from the distribution. */
final class LocalServer implements AutoCloseable {

    private static final String ADMINISTRATOR = "admin";

    private static final List<String> OPTIONS = List.of(
            "--optimized",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-management-host=127.0.0.1",
            "--hostname-strict=false",
            "--cache=local",
            "--shutdown-delay=0s",
            "--spi-connections-infinispan--default--use-keycloak-time-service=true");

    private final Path home;
    private final RunningProcess process;
    private final Workfront workfront;

    private LocalServer(Path home, RunningProcess process, Workfront workfront) {
        this.home = home;
        this.process = process;
        this.workfront = workfront;
    }

    /** Returns when the server is ready. What it logs is in {@code logs} of {@link Installation#workplace()}. */
    static LocalServer start(Setup setup) {
        Path workplace = Installation.workplace();
        String name = setup.organisation() + "-" + ProcessHandle.current().pid() + "-" + FreePorts.one();
        Path home = workplace.resolve("servers").resolve(name);
        try {
            Tree.link(new Installation(KeycloakArchive.find(), workplace).home(), home);
            RealmFile.write(setup, home.resolve("data/import"));
            Path logFile = Files.createDirectories(workplace.resolve("logs")).resolve(name + ".log");

            int port = FreePorts.one();
            int managementPort = FreePorts.one();
            String password = UUID.randomUUID().toString();
            List<String> words = new ArrayList<>(OPTIONS);
            words.add("--http-port=" + port);
            words.add("--http-management-port=" + managementPort);
            RunningProcess process = RunningProcess.of(
                    home, new Kc(home, ADMINISTRATOR, password).start("start", words, logFile), new Log(logFile));
            process.awaitReady(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"));

            Loopback server = new Loopback(port);
            String keycloak = "http://localhost:" + port;
            Administrator administrator = new Administrator(server, keycloak, ADMINISTRATOR, password);
            Workfront workfront = new Workfront(
                    setup, server, keycloak, administrator, offset -> administrator.setTime(offset.toSeconds()));
            return new LocalServer(home, process, workfront);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workfront workfront() {
        return workfront;
    }

    @Override
    public void close() {
        process.close();
        try {
            Tree.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
