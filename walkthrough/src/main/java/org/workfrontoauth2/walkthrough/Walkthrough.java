package org.workfrontoauth2.walkthrough;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Walks the demo's applications end to end: {@code --port N} says where the server listens, {@code --path /auth} below
 * which path.
 */
public final class Walkthrough {

    private static final int DEFAULT_PORT = 8080;

    private Walkthrough() {}

    public static void main(String[] args) {
        Optional<Demo> demo = demo(args);
        if (demo.isEmpty()) {
            System.err.println("usage: Walkthrough [--port N] [--path /PATH]");
            System.exit(1);
            return;
        }
        // The platform's own encoding may know no tick.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(walk(demo.get(), out) ? 0 : 1);
    }

    /** Walks the demo that listens on this port of 127.0.0.1, prints every step, and tells whether all of them held. */
    public static boolean walk(int port, PrintStream out) {
        return walk(new Demo(new Loopback(port), port, ""), out);
    }

    private static boolean walk(Demo demo, PrintStream out) {
        Report report = new Report(out);
        for (Chapter chapter : chapters(demo)) {
            report.chapter(chapter);
        }
        return report.finish();
    }

    /** One for each application type there is, one for devices, and one for what is none. */
    private static List<Chapter> chapters(Demo demo) {
        return List.of(
                new WebApplication(demo),
                new SinglePageApplication(demo),
                new MachineApplication(demo),
                new RegisteredDevice(demo),
                new OrdinaryClient(demo));
    }

    private static Optional<Demo> demo(String[] args) {
        int port = DEFAULT_PORT;
        String path = "";
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("--port") && value.matches("[1-9]\\d{0,4}")) {
                port = Integer.parseInt(value);
            } else if (args[i].equals("--path") && value.matches("(/[^/]+)*/?")) {
                path = value.replaceFirst("/$", "");
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Demo(new Loopback(port), port, path));
    }
}
