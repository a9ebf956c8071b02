package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Report", "Zeiterfassung \u23F1", "\uD83D\uDE00", "a\tb\nc", "\u202E\u200B"})
    void whatEveryDatabaseKeepsIsNoProblem(String text) {
        assertThat(StoredText.problem("name", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD800b", "\uDE00\uD83D"})
    void whatSomeDatabaseRefusesIsRefused(String text) {
        assertThat(StoredText.problem("name", text).orElseThrow().english())
                .isEqualTo("The field name of an OAuth2 application has characters that cannot be stored.");
        assertThat(StoredText.unstorable("name", text)).isPresent();
    }

    @Test
    void whatFitsTheColumnIsKept() {
        assertThat(StoredText.problem("name", "x".repeat(255))).isEmpty();
        assertThat(StoredText.problem("name", "x".repeat(256)).orElseThrow().english())
                .isEqualTo("The field name of an OAuth2 application must not be longer than 255 characters.");
        assertThat(StoredText.unstorable("name", "x".repeat(256))).isEmpty();
    }
}
