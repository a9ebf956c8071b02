package org.workfrontoauth2.themes;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final Pattern PLURAL = Pattern.compile("_(zero|one|two|few|many|other)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern KEY = Pattern.compile("\\| \"([^\"]+)\"");

    /**
     * The plural forms that the Unicode CLDR gives each language. Browsers ask for exactly these, and {@code
     * texts.test.ts} compares.
     */
    private static final Map<String, Set<String>> PLURALS = Map.of(
            "de", Set.of("one", "other"),
            "en", Set.of("one", "other"),
            "es", Set.of("one", "many", "other"),
            "fr", Set.of("one", "many", "other"),
            "it", Set.of("one", "many", "other"),
            "ja", Set.of("other"),
            "ko", Set.of("other"),
            "pt", Set.of("one", "many", "other"),
            "zh", Set.of("other"));

    /** Whole texts that a language has from English, or writes in the same way. */
    private static final Map<String, Set<String>> SAME_AS_ENGLISH = Map.of(
            "de",
            Set.of(
                    "Clients",
                    "Code",
                    "Gateways",
                    "Header",
                    "ID",
                    "Logo",
                    "Name",
                    "Scopes",
                    "Secret",
                    "System",
                    "Version"),
            "es",
            Set.of("General", "ID"),
            "fr",
            Set.of(
                    "{{count}} client",
                    "{{count}} clients",
                    "Actions",
                    "Clients",
                    "Code",
                    "Description",
                    "ID",
                    "Logo",
                    "minutes",
                    "Notifications",
                    "Pages",
                    "Secret",
                    "Type",
                    "Version"),
            "it",
            Set.of("{{count}} client", "ID", "Logo"),
            "ja",
            Set.of("ID"),
            "ko",
            Set.of("ID"),
            "pt",
            Set.of("Customer ID", "Gateways", "ID", "Logo", "Secret"),
            "zh",
            Set.of("ID"));

    static List<MessageFile> languages() {
        return MessageFile.in(MESSAGES, "messages");
    }

    static List<MessageFile> translations() {
        return languages().stream().filter(language -> !language.isEnglish()).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryTextInEachOfItsPluralForms(MessageFile language) {
        assertThat(PLURALS).as("the plural forms of a new language").containsKey(language.language());
        Set<String> wanted = new TreeSet<>();
        for (String key : english().keySet()) {
            String base = withoutPlural(key);
            if (base.equals(key) || key.endsWith("_zero")) {
                wanted.add(key);
            } else {
                PLURALS.get(language.language()).forEach(form -> wanted.add(base + '_' + form));
            }
        }
        assertThat(new TreeSet<>(language.texts().keySet())).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTextHasThePlacesOfTheEnglishOne(MessageFile language) {
        Map<String, String> english = english();
        language.texts().forEach((key, text) -> {
            String model = english.getOrDefault(key, english.get(withoutPlural(key) + "_other"));
            assertThat(places(text)).as(key).isEqualTo(places(model));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsEmptyOrEndsInABlank(MessageFile language) {
        assertThat(language.texts())
                .allSatisfy((key, text) -> assertThat(text).isNotBlank().isEqualTo(text.strip()));
    }

    /** What is English in every language, has to be said here. */
    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsLeftInEnglish(MessageFile language) {
        Map<String, String> english = english();
        Set<String> same = language.texts().entrySet().stream()
                .filter(text -> text.getValue().equals(english.get(text.getKey())))
                .map(Map.Entry::getValue)
                .collect(toCollection(TreeSet::new));
        assertThat(same).isEqualTo(new TreeSet<>(SAME_AS_ENGLISH.get(language.language())));
    }

    /** The page reads its English texts itself, line by line, and knows neither escapes nor continued lines. */
    @Test
    void englishTextsAreReadAsTheyAreWritten() throws IOException {
        Map<String, String> english = english();
        assertThat(Files.readAllLines(MESSAGES.resolve("messages_en.properties")))
                .containsAll(english.entrySet().stream()
                        .map(text -> text.getKey() + "=" + text.getValue())
                        .toList());
    }

    /** What is said but not there, does not compile: the keys are a type. */
    @Test
    void sourcesKnowTheKeysOfTheTexts() throws IOException {
        Set<String> typed = KEY.matcher(Files.readString(KEYS))
                .results()
                .map(match -> PREFIX + match.group(1))
                .collect(toCollection(TreeSet::new));
        Set<String> keys =
                english().keySet().stream().map(ConsoleTextsTest::withoutPlural).collect(toCollection(TreeSet::new));
        assertThat(typed).as("keys.ts is not what the texts are: npm run keys").isEqualTo(keys);
    }

    private static String withoutPlural(String key) {
        return PLURAL.matcher(key).replaceFirst("");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Map<String, String> english() {
        return new MessageFile(MESSAGES.resolve("messages_en.properties")).texts();
    }
}
