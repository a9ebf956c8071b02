package org.workfrontoauth2.server.administration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Certificates and keys that were made once, among the resources of the tests. */
final class PemFile {

    private PemFile() {}

    static String named(String name) {
        try (InputStream in = PemFile.class.getResourceAsStream("/pem/" + name + ".pem")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
