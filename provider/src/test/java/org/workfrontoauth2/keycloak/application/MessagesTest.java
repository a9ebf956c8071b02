package org.workfrontoauth2.keycloak.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read is there in every language. */
class MessagesTest {

    private static final String FOLDER = "/theme-resources/messages/";

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../themes/src/main/resources" + FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring("messages_".length(), name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    static List<String> translations() throws IOException {
        return languages().stream().filter(language -> !language.equals("en")).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryMessage(String language) throws IOException {
        Properties messages = messages(language);

        assertThat(messages.stringPropertyNames()).isEqualTo(messages("en").stringPropertyNames());
        assertThat(messages.values()).noneMatch(text -> text.toString().isBlank());
    }

    /** Keycloak puts them through {@link java.text.MessageFormat}. */
    @ParameterizedTest
    @MethodSource("languages")
    void quotesAreDoubled(String language) throws IOException {
        assertThat(messages(language).values())
                .noneMatch(text -> text.toString().replace("''", "").contains("'"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingIsLeftInEnglish(String language) throws IOException {
        Properties english = messages("en");

        assertThat(messages(language))
                .allSatisfy((key, text) -> assertThat(text).as("%s", key).isNotEqualTo(english.get(key)));
    }

    @Test
    void theMessageOnTheConsentPageIsOneOfThem() throws IOException {
        String key = ApplicationRules.CONSENT.substring(2, ApplicationRules.CONSENT.length() - 1);

        assertThat(messages("en")).containsKey(key);
    }

    private static Properties messages(String language) throws IOException {
        String file = FOLDER + "messages_" + language + ".properties";
        Properties messages = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
