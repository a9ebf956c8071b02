package org.workfrontoauth2.testing.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak's own command, with nothing of the developer's environment in it. A server that it starts has an administrator
 * with this name and password.
 */
public final class Kc {

    private final Path home;
    private final String administrator;
    private final String password;

    public Kc(Path home, String administrator, String password) {
        this.home = home;
        this.administrator = administrator;
        this.password = password;
    }

    /** Runs a command that ends by itself. */
    public void run(String command, List<String> options) throws IOException {
        Path log = home.resolve(command + ".log");
        Process process = start(command, options, log);
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("kc.sh " + command + " failed:\n" + new Log(log).tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The script passes the signal to end on to the server, which is a process of its own. */
    public Process start(String command, List<String> options, Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), command));
        words.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", administrator);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        return builder.start();
    }
}
