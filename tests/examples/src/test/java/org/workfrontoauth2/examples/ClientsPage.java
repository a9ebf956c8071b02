package org.workfrontoauth2.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of libraries in {@code docs/clients.md}. */
final class ClientsPage {

    private ClientsPage() {}

    private static List<List<String>> rows() {
        try (Stream<String> lines = Files.lines(Program.ROOT.resolve("docs/clients.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> Pattern.compile("\\|")
                            .splitAsStream(line.substring(1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row has to say this of the library: all that worked, and that something failed if it did. */
    static void says(String library, String version, Mode mode, String steps, Optional<String> failure) {
        String found = library + " " + version + ", " + mode.text() + ": " + steps
                + failure.map(reason -> "; fails: " + reason).orElse("");
        System.out.println("--- " + found);
        List<String> row = row(library, version);
        String cell = row.get(mode == Mode.STANDARD ? 2 : 3);
        if (failure.isEmpty()) {
            assertThat(cell).as(found).isEqualTo(steps);
        } else {
            assertThat(cell).as(found).startsWith(steps).contains("fails");
        }
    }

    /** The same of a library that signs JWTs. */
    static void saysOfJwts(String library, String version, String steps) {
        System.out.println("--- " + library + " " + version + ": " + steps);
        assertThat(row(library, version).get(2)).isEqualTo(steps);
    }

    private static List<String> row(String library, String version) {
        List<String> row = rows().stream()
                .filter(cells -> cells.get(0).equals("`" + library + "`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/clients.md has no row for " + library + " " + version));
        assertThat(row.get(1)).as("version of %s", library).isEqualTo(version);
        return row;
    }
}
