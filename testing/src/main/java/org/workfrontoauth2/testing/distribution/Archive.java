package org.workfrontoauth2.testing.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip in which Keycloak is published. */
public final class Archive {

    private Archive() {}

    /** Without the archive's single folder at the top. The scripts become executable: {@code java.util.zip} forgets it. */
    public static void unzip(Path archive, Path home) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = home.resolve(entry.getName().replaceFirst("^[^/]+/", ""))
                        .normalize();
                if (!file.startsWith(home)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (file.toString().endsWith(".sh") && !file.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made executable: " + file);
                }
            }
        }
    }
}
