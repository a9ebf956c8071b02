package org.workfrontoauth2.server.browser.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Where an administrator runs what the page says; commands of bash. */
record Terminal(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it writes, as JSON; nothing for nothing. */
    JsonNode run(String command) {
        try {
            Process process = new ProcessBuilder("bash", "-c", command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command + " wrote " + written + ", see " + folder.resolve("errors.txt"));
            }
            return JSON.readTree(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
