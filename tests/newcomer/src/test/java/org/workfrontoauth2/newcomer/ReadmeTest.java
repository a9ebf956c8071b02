package org.workfrontoauth2.newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what {@link ReportTest} runs. */
class ReadmeTest {

    private static final String BEGIN = "class ReportTest {";

    @Test
    void theReadmesTestIsTheOneThatRuns() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/workfrontoauth2/newcomer/ReportTest.java"));

        assertEquals(source.substring(source.indexOf(BEGIN)), shown());
    }

    @Test
    void itHasTenLines() throws IOException {
        assertTrue(shown().lines().filter(line -> !line.isBlank()).count() <= 10);
    }

    private static String shown() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        int begin = readme.indexOf("\n" + BEGIN) + 1;
        assertTrue(begin > 0, "README.md has no " + BEGIN);
        return readme.substring(begin, readme.indexOf("```", begin));
    }
}
