package org.workfrontoauth2.testing.distribution;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server's log file. */
public final class Log {

    private static final int SHOWN = 80;

    private final Path file;

    public Log(Path file) {
        this.file = file;
    }

    /** Where the log ends now. */
    public long end() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written since. */
    public String since(long end) {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(log.length() - end)];
            log.seek(end);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String tail() {
        return tail(0);
    }

    /** The last lines of what was written since. */
    public String tail(long end) {
        List<String> lines = since(end).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }
}
