package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker/gateway/start} does to the folder of the certificate, which may be somebody's own. */
class GatewayStartIT {

    private final Path certificate;
    private final Path key;
    private final Path folder;

    GatewayStartIT(@TempDir Path folder) {
        this.folder = folder;
        this.certificate = folder.resolve("certificate/certificate.pem");
        this.key = folder.resolve("certificate/certificate.pem.key");
    }

    @Test
    void whatIsThereStays() throws IOException {
        Certificate.make(folder);
        String first = Files.readString(certificate) + Files.readString(key);

        Certificate.make(folder);

        assertThat(Files.readString(certificate) + Files.readString(key)).isEqualTo(first);
    }

    /** Its certificate may have another name: nobody can make the key again. */
    @Test
    void aKeyWithoutItsCertificateIsNotReplaced() throws IOException {
        Certificate.make(folder);
        String first = Files.readString(key);
        Files.delete(certificate);

        Certificate.make(folder);

        assertThat(Files.readString(key)).isEqualTo(first);
        assertThat(certificate).isNotEmptyFile();
    }
}
