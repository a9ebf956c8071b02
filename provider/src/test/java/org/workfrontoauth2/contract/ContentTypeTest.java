package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                " Application/JSON ; charset=utf-8",
                "application/json;",
                "application/json;;="
            })
    void parametersAndLetterCaseDoNotCount(String header) {
        assertThat(ContentType.of(header)).isEqualTo(ContentType.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "  ;application/json"})
    void nothingIsNoType(String header) {
        assertThat(ContentType.of(header)).isEmpty();
    }

    @Test
    void missingHeaderIsNoType() {
        assertThat(ContentType.of(null)).isEmpty();
    }
}
