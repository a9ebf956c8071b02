package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {

    private static final Path FILES = Path.of("../themes/src/main/resources/theme/workfront/admin/messages");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    static List<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sentences_"))
                    .toList();
        }
    }

    @Test
    void koreanIsThere() throws IOException {
        assertThat(languages()).contains(FILES.resolve("sentences_ko.properties"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEverySentenceAndNoOther(Path language) throws IOException {
        assertThat(read(language).stringPropertyNames())
                .isEqualTo(Arrays.stream(Sentence.values()).map(Sentence::key).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTranslationHasThePlacesOfTheSentence(Path language) throws IOException {
        Properties texts = read(language);

        assertThat(Sentence.values()).allSatisfy(sentence -> assertThat(places(texts.getProperty(sentence.key())))
                .as(sentence.key())
                .isEqualTo(places(sentence.english())));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingIsLeftInEnglishOrEmpty(Path language) throws IOException {
        Properties texts = read(language);

        assertThat(Sentence.values()).allSatisfy(sentence -> assertThat(texts.getProperty(sentence.key()))
                .as(sentence.key())
                .isNotBlank()
                .isNotEqualTo(sentence.english()));
    }

    @ParameterizedTest
    @EnumSource
    void placesAreCountedFromZero(Sentence sentence) {
        Set<String> places = places(sentence.english());

        for (int place = 0; place < places.size(); place++) {
            assertThat(places).contains("{" + place + "}");
        }
    }

    @Test
    void valuesTakeTheirPlacesInWhateverOrderTheLanguageHasThem() {
        Said said = Sentence.FIELD_ORDER.with("inactive", "absolute");

        assertThat(said.english()).isEqualTo("inactive must not be longer than absolute.");
        assertThat(said.in(any -> "{1} < {0}!")).isEqualTo("absolute < inactive!");
    }

    @Test
    void aValueIsNoTextWithPlaces() {
        assertThat(Sentence.FIELD_ORDER.with("{1}", "$1").english()).isEqualTo("{1} must not be longer than $1.");
    }

    @Test
    void aSentenceWithinASentenceIsSaidInTheSameLanguage() throws IOException {
        Properties korean = read(FILES.resolve("sentences_ko.properties"));
        Said said = Sentence.URL_WILDCARD.with(Sentence.URLS_OF_APPLICATION.with(), 255);

        assertThat(said.english())
                .isEqualTo(
                        "The redirect URLs of an OAuth2 application must not contain a wildcard, because they must match"
                                + " exactly.");
        assertThat(said.in(sentence -> korean.getProperty(sentence.key()))).startsWith("OAuth2 애플리케이션의 리디렉션 URL");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new StringReader(Files.readString(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
