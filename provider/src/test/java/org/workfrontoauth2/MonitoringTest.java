package org.workfrontoauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;

/** A rule or a panel that asks for a name nobody uses is silent for ever, and looks like peace. */
class MonitoringTest {

    private static final Path FOLDER = Path.of("../docs/monitoring");
    private static final Path SOURCES = Path.of("src/main/java/org/workfrontoauth2");
    private static final Pattern METRIC = Pattern.compile("\\bworkfront_[a-z_]+");
    private static final Pattern NAME = Pattern.compile("\"(workfront\\.[a-z.]+)\"");

    /** What Prometheus adds to a name. */
    private static final Pattern SUFFIX =
            Pattern.compile("_(total|seconds_bucket|seconds_count|seconds_sum|seconds_max)$");

    private static final Pattern OUTCOME = Pattern.compile("outcome\\s*=~?\\s*\\\\?\"([a-z_|]+)");
    private static final Pattern EVENT = Pattern.compile("event\\s*=~?\\s*\\\\?\"([a-z_|0-9]+)");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyMetricIsCounted(String file) {
        Set<String> counted = found(NAME, sources()).stream()
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toSet());

        Set<String> asked = found(METRIC, text(file)).stream()
                .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).isNotEmpty().isSubsetOf(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyOutcomeIsOne(String file) {
        Set<String> outcomes = Stream.concat(
                        Stream.of("done"),
                        Stream.concat(Arrays.stream(Refusal.values()), Arrays.stream(RegistrationRefusal.values()))
                                .map(refusal -> refusal.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());

        assertThat(words(OUTCOME, text(file))).isNotEmpty().isSubsetOf(outcomes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyEventIsOneOfKeycloaks(String file) {
        Set<String> events = Arrays.stream(EventType.values())
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(words(EVENT, text(file))).isNotEmpty().isSubsetOf(events);
    }

    private static Set<String> words(Pattern pattern, String text) {
        return found(pattern, text).stream()
                .flatMap(words -> Stream.of(words.split("\\|", -1)))
                .collect(Collectors.toSet());
    }

    /** The first group, or the whole where there is none. */
    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(Math.min(1, matcher.groupCount())));
        }
        return found;
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MonitoringTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        return read(FOLDER.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
