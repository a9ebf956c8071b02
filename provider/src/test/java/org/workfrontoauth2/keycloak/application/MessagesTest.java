package org.workfrontoauth2.keycloak.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read is there in every language. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyLanguageHasEveryMessage(String language) throws IOException {
        Properties messages = messages(language);

        assertThat(messages.stringPropertyNames()).isEqualTo(messages("en").stringPropertyNames());
        assertThat(messages.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void theMessageOnTheConsentPageIsOneOfThem() throws IOException {
        String key = ApplicationRules.CONSENT.substring(2, ApplicationRules.CONSENT.length() - 1);

        assertThat(messages("en")).containsKey(key);
    }

    private static Properties messages(String language) throws IOException {
        String file = "/theme-resources/messages/messages_" + language + ".properties";
        Properties messages = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
