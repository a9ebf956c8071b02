package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 2: three types, and what each of them has. */
class ApplicationTypeTest {

    @ParameterizedTest
    @CsvSource({
        "web,                WEB,                true,  true",
        "single-page,        SINGLE_PAGE,        false, true",
        "machine-to-machine, MACHINE_TO_MACHINE, true,  false",
    })
    void everyTypeHasItsWordAndItsCredentials(
            String word, ApplicationType type, boolean hasSecret, boolean hasRedirectUrls) {
        assertThat(ApplicationType.of(word)).contains(type);
        assertThat(type.value()).isEqualTo(word);
        assertThat(type.hasSecret()).isEqualTo(hasSecret);
        assertThat(type.hasRedirectUrls()).isEqualTo(hasRedirectUrls);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"WEB", "Web", " web", "SINGLE_PAGE", "singlepage", "m2m"})
    void everyOtherWordIsNone(String word) {
        assertThat(ApplicationType.of(word)).isEmpty();
    }
}
