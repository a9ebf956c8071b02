package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about security, compared with the tests that it names: a test that is renamed or removed leaves no claim behind. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("../docs/security.md");
    private static final Path MODULES = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile(
            "(?m)^    (?:@(?:Test|ParameterizedTest|TestFactory)\\b)|^    (?:void|Stream<DynamicTest>) (\\w+)\\(|^    }$");

    /** A row about a section of a standard, such as {@code | 4.1.3, 4.2 | … |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [1-9][0-9.]*(?:(?:, | – )[1-9][0-9.]*)* \\|.*$");

    private static final int COLUMNS = 4;

    /** By the name of the class, which may be that of several in different packages. */
    private static final Map<String, Set<String>> TESTS = new HashMap<>();

    @BeforeAll
    static void readTests() throws IOException {
        for (Path module : List.of(MODULES, MODULES.resolve("tests"))) {
            try (Stream<Path> folders = Files.list(module)) {
                for (Path folder : folders.toList()) {
                    readTests(folder.resolve("src/test/java"));
                }
            }
        }
    }

    private static void readTests(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                TESTS.computeIfAbsent(name, any -> new TreeSet<>()).addAll(methods(Files.readString(file)));
            }
        }
    }

    /** The methods behind an annotation of a test. */
    private static List<String> methods(String source) {
        List<String> methods = new ArrayList<>();
        boolean annotated = false;
        Matcher found = METHOD.matcher(source);
        while (found.find()) {
            if (found.group(1) != null && annotated) {
                methods.add(found.group(1));
            }
            annotated = found.group().contains("@");
        }
        return methods;
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> there = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(PAGE));
        while (named.find()) {
            Set<String> methods = TESTS.getOrDefault(named.group(1), Set.of());
            boolean exists = named.group(2) == null ? !methods.isEmpty() : methods.contains(named.group(2));
            (exists ? there : missing).add(named.group());
        }

        assertThat(missing).isEmpty();
        assertThat(there).hasSizeGreaterThan(150);
    }

    @Test
    void everySectionHasATestOrAReason() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group())
                .filter(row -> cells(row).length == COLUMNS)
                .toList();

        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> assertThat(cells(row))
                .noneMatch(String::isBlank));
    }

    private static String[] cells(String row) {
        return row.substring(1, row.lastIndexOf('|')).split("\\|", -1);
    }
}
