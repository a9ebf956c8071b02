package org.workfrontoauth2.themes;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The console page's texts: one file for each language, each of them complete. That none of them is left over,
 * {@code keys.test.ts} sees.
 */
class ConsoleTextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/theme/workfront/admin/messages");
    private static final Path KEYS = Path.of("console/src/texts/keys.ts");
    private static final String PREFIX = "workfront.";

    /** Plural forms (CLDR): which of them a language has, is its own affair, but every language has the last one. */
    private static final Pattern PLURAL = Pattern.compile("_(zero|one|two|few|many|other)$");

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\w+}}");

    private static final Pattern KEY = Pattern.compile("\\| \"([^\"]+)\"");

    static Stream<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("messages_"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreEnglishAndKorean() throws IOException {
        assertThat(languages().map(file -> file.getFileName().toString()))
                .contains("messages_en.properties", "messages_ko.properties");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameTexts(Path language) throws IOException {
        assertThat(withoutPlural(texts(language))).isEqualTo(withoutPlural(english()));
        for (String key : english().stringPropertyNames()) {
            if (PLURAL.matcher(key).find()) {
                assertThat(texts(language)).containsKey(PLURAL.matcher(key).replaceFirst("_other"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextHasThePlacesOfTheEnglishOne(Path language) throws IOException {
        Properties english = english();
        Properties texts = texts(language);
        for (String key : texts.stringPropertyNames()) {
            String model = english.getProperty(
                    english.containsKey(key) ? key : PLURAL.matcher(key).replaceFirst("_other"));
            assertThat(places(texts.getProperty(key))).as(key).isEqualTo(places(model));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsEmptyOrEndsInABlank(Path language) throws IOException {
        assertThat(texts(language))
                .allSatisfy(
                        (key, text) -> assertThat((String) text).isNotBlank().isEqualTo(((String) text).strip()));
    }

    /** The page reads its English texts itself, line by line, and knows neither escapes nor continued lines. */
    @Test
    void englishTextsAreReadAsTheyAreWritten() throws IOException {
        Properties english = english();
        assertThat(Files.readAllLines(MESSAGES.resolve("messages_en.properties")))
                .containsAll(english.stringPropertyNames().stream()
                        .map(key -> key + "=" + english.getProperty(key))
                        .toList());
    }

    /** What is said but not there, does not compile: the keys are a type. */
    @Test
    void sourcesKnowTheKeysOfTheTexts() throws IOException {
        Set<String> typed = KEY.matcher(Files.readString(KEYS))
                .results()
                .map(match -> PREFIX + match.group(1))
                .collect(toCollection(TreeSet::new));
        assertThat(typed).as("keys.ts is not what the texts are: npm run keys").isEqualTo(withoutPlural(english()));
    }

    private static Set<String> withoutPlural(Properties texts) {
        return texts.stringPropertyNames().stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Properties english() throws IOException {
        return texts(MESSAGES.resolve("messages_en.properties"));
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
