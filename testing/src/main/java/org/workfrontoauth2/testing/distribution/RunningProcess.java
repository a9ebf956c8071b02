package org.workfrontoauth2.testing.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server's process: it ends with the tests, whatever happens to them. */
public final class RunningProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Process process;
    private final Log log;
    private final Thread hook;

    private RunningProcess(Process process, Log log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(() -> kill(process.toHandle()));
    }

    public static RunningProcess of(Path home, Process process, Log log) throws IOException {
        RunningProcess running = new RunningProcess(process, log);
        Runtime.getRuntime().addShutdownHook(running.hook);
        Files.writeString(pidFile(home), Long.toString(process.pid()));
        return running;
    }

    /** Ends the server that a killed run left behind here, and only if that process is one. */
    public static void endLeftOver(Path home) throws IOException {
        endLeftOver(home, pidFile(home));
    }

    /** The same, where the first line of another file says which process it is. */
    public static void endLeftOver(Path home, Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(left -> left.info().commandLine().orElse("").contains(home.toString()))
                .ifPresent(RunningProcess::kill);
    }

    /** With what it started: the server is a child of its script. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(killed -> killed.onExit().join());
    }

    /** Of the script and of the server. */
    public Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Path pidFile(Path home) {
        return home.resolve("server.pid");
    }

    /** Returns when that address answers 200; ends the process and throws when it takes too long, or has ended. */
    public void awaitReady(URI health) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long began = System.nanoTime();
        try {
            while (!answers(client, request)) {
                if (process.waitFor(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the server ended by itself:\n" + log.tail());
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    close();
                    throw new IllegalStateException("not ready after " + PATIENCE + ":\n" + log.tail());
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill(process.toHandle());
            }
        } catch (InterruptedException e) {
            kill(process.toHandle());
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already, and the hook with it.
        }
    }
}
