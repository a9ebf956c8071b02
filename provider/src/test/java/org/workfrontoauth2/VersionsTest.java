package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version of Keycloak that is run stands in {@code pom.xml}; the image cannot read it there. */
class VersionsTest {

    @Test
    void theImageHasTheKeycloakThatTheTestsRun() throws IOException {
        String tested = find("pom.xml", "<keycloak.server.version>(.+)</keycloak.server.version>");

        assertThat(find("docker/Dockerfile", "ARG KEYCLOAK_VERSION=(.+)")).isEqualTo(tested);
    }

    private static String find(String file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("..", file)));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
