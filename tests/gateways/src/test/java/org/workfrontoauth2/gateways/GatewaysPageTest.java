package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/gateways.md} quotes the configurations that the tests run and that {@code docker} uses. */
class GatewaysPageTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern QUOTATION = Pattern.compile("(?m)^<!-- (docker/gateways/\\S+) -->\n```\\w*\n");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docker/gateways"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyConfigurationIsQuotedAsItStands(Path file) throws IOException {
        assertThat(page()).contains("\n" + Files.readString(file) + "```\n");
    }

    @Test
    void everyQuotationNamesItsFile() throws IOException {
        assertThat(QUOTATION.matcher(page()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> ROOT.relativize(file).toString())
                        .toList());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/gateways.md"));
    }
}
