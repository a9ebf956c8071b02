package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} says of every {@link Setting} what the setting says of itself. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    @Test
    void theDocumentHasOneRowPerSetting() throws IOException {
        String expected = table();
        String written = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));

        assertThat(written)
                .withFailMessage("The table in docs/settings.md should be:%n%n%s%n", expected)
                .isEqualTo(expected);
    }

    private static String table() {
        Stream<String> rows = Arrays.stream(Setting.values())
                .sorted(Comparator.comparing(Setting::place))
                .map(SettingsDocumentTest::row);
        return Stream.concat(Stream.of("| Name | Where | Default | Meaning |", "| --- | --- | --- | --- |"), rows)
                .collect(Collectors.joining("\n"));
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s | %s |"
                .formatted(setting.key(), setting.place().description(), setting.byDefault(), setting.meaning());
    }
}
