package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about Keycloak's internals, compared with what the code imports. */
class InternalsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGE = Path.of("../docs/keycloak-internals.md");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.keycloak\\.[\\w.]+?\\.[A-Z]\\w*)");

    /** Keycloak's public interface, and the SPIs that are documented. */
    private static final Pattern PUBLIC_ARTIFACT = Pattern.compile("/keycloak-(server-spi|core|common)-[0-9]");

    private static final Set<String> DOCUMENTED = Set.of(
            "RealmResourceProvider",
            "RealmResourceProviderFactory",
            "JpaEntityProvider",
            "JpaEntityProviderFactory",
            "EventListenerProvider",
            "EventListenerProviderFactory",
            "ServerInfoAwareProviderFactory");

    private static final Pattern LISTED = Pattern.compile("(?m)^- `([\\w.]+)`:((?:\\s+`\\w+`,?)+)");

    /** May become less, never more. */
    private static final int MOST = 120;

    @Test
    void thePageListsWhatIsImported() {
        assertThat(listed()).containsExactlyElementsOf(internals());
    }

    @Test
    void thereAreNoMoreThanBefore() {
        assertThat(internals()).hasSizeLessThanOrEqualTo(MOST);
    }

    private static Set<String> listed() {
        Set<String> found = new TreeSet<>();
        Matcher packages = LISTED.matcher(text(PAGE));
        while (packages.find()) {
            for (String name : packages.group(2).split("[\\s,`]+", -1)) {
                if (!name.isEmpty()) {
                    found.add("org.keycloak." + packages.group(1) + '.' + name);
                }
            }
        }
        return found;
    }

    private static Set<String> internals() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher imports = IMPORT.matcher(text(file));
                while (imports.find()) {
                    found.add(imports.group(1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.removeIf(InternalsTest::isPublic);
        return found;
    }

    private static boolean isPublic(String name) {
        try {
            Class<?> type = Class.forName(name, false, InternalsTest.class.getClassLoader());
            String artifact =
                    type.getProtectionDomain().getCodeSource().getLocation().toString();
            return PUBLIC_ARTIFACT.matcher(artifact).find() || DOCUMENTED.contains(simple(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
