package org.workfrontoauth2.examples;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that runs beside the test: what it says, what is typed into it, and how it ends. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Where the checkout is. */
    static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();

    private final String name;
    private final Process process;
    private final BufferedWriter input;
    /** Empty at the end. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private final StringBuffer said = new StringBuffer();

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** In the folder of the checkout, with nothing of Workfront's in the environment but this. */
    static Program start(String folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.resolve(folder).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("WORKFRONT_"));
        builder.environment().putAll(environment);
        try {
            return new Program(String.join(" ", command), builder.start());
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " is needed for this test, and cannot be started: "
                    + e.getMessage() + ". CONTRIBUTING.md says what the examples need.");
        }
    }

    /** Runs it to its end, which has to be a good one. Returns what it said. */
    static String run(String folder, Map<String, String> environment, List<String> command) {
        try (Program program = start(folder, environment, command)) {
            return program.finish(0);
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            said.append(e).append('\n');
        }
        lines.add(Optional.empty());
    }

    /** Waits for the next line that is like that; empty if the program ends without one. */
    Optional<String> next(Predicate<String> wanted) {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Optional<String> line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null) {
                    throw new AssertionError(name + " said nothing more for " + PATIENCE + ":\n" + said);
                }
                if (line.isEmpty() || wanted.test(line.get())) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next line that contains this. */
    String await(String part) {
        return next(line -> line.contains(part))
                .orElseThrow(() -> new AssertionError(name + " ended without saying " + part + ":\n" + said));
    }

    /** The address that it asks its user to open. */
    String address() {
        return await("http").replaceFirst("^.*?(http)", "$1").strip();
    }

    void type(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ":\n" + said, e);
        }
    }

    /** Waits until it ends, with that status. Returns all that it said. */
    String finish(int status) {
        next(line -> false);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != status) {
                throw new AssertionError(name + " did not end with " + status + ":\n" + said);
            }
            return said.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With what it has started. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        children.forEach(child -> child.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    child.destroyForcibly();
                    return child;
                })
                .join());
    }
}
