package org.workfrontoauth2.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakArchiveTest {

    @TempDir
    Path folder;

    @Test
    void archiveIsFoundInTheLocalRepository() throws IOException {
        Path archive = folder.resolve("org/keycloak/keycloak-quarkus-dist/26.7.3/keycloak-quarkus-dist-26.7.3.zip");
        Files.createDirectories(archive.getParent());
        Files.createFile(archive);

        assertThat(KeycloakArchive.find(null, folder, "26.7.3")).isEqualTo(archive);
        assertThat(KeycloakArchive.find("", folder, "26.7.3")).isEqualTo(archive);
    }

    @Test
    void givenArchiveComesFirst() throws IOException {
        Path archive = Files.createFile(folder.resolve("keycloak.zip"));

        assertThat(KeycloakArchive.find(archive.toString(), folder, "26.7.3")).isEqualTo(archive);
    }

    @Test
    void missingArchiveIsSaidWithTheCommandThatGetsIt() {
        assertThatThrownBy(() -> KeycloakArchive.find(null, folder, "26.7.3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mvn dependency:get -Dartifact=org.keycloak:keycloak-quarkus-dist:26.7.3:zip")
                .hasMessageContaining("WORKFRONT_KEYCLOAK");
    }

    /** A folder, or a path with a mistake in it, is not quietly replaced by what the repository has. */
    @Test
    void givenArchiveThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> KeycloakArchive.find(folder.toString(), folder, "26.7.3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("It has to be the zip");
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(KeycloakArchive.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
