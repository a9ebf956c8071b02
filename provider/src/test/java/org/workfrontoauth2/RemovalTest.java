package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the installation page says about removing the jar: a table that is left out stops the server for good. */
class RemovalTest {

    private static final Path CHANGES = Path.of("src/main/resources/META-INF/workfront-changelog.xml");
    private static final Path CHANGES_OF_REGISTRATION =
            Path.of("src/main/resources/META-INF/workfront-registration-changelog.xml");
    private static final Path PAGE = Path.of("../docs/installation.md");

    /** Liquibase's own, which no change creates. */
    private static final Set<String> RECORDS = Set.of("DATABASECHANGELOG_WORKFRONT", "DATABASECHANGELOG_REGISTRATI");

    @Test
    void everyTableIsNamed() throws IOException {
        String row = find(Files.readString(PAGE), "(?m)^\\| tables \\|.*$")
                .iterator()
                .next();

        assertThat(find(row, "`([A-Z_]+)`")).isEqualTo(tables());
    }

    @Test
    void everyTableIsDropped() throws IOException {
        assertThat(find(Files.readString(PAGE), "(?m)^DROP TABLE ([A-Z_]+);$")).isEqualTo(tables());
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = find(
                Files.readString(CHANGES) + Files.readString(CHANGES_OF_REGISTRATION),
                "<createTable tableName=\"([A-Z_]+)\"");
        assertThat(tables).isNotEmpty();
        tables.addAll(RECORDS);
        return tables;
    }

    private static Set<String> find(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(RemovalTest::innermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String innermost(MatchResult found) {
        return found.group(found.groupCount());
    }
}
