package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors of the administration API. */
class AdministrationRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST,        400, invalid_request",
        "SUBJECT_REQUIRED,       400, subject_required",
        "UNAUTHORIZED,           401, forbidden",
        "FORBIDDEN,              403, forbidden",
        "NOT_FOUND,              404, not_found",
        "METHOD_NOT_ALLOWED,     405, invalid_request",
        "LIMIT_REACHED,          409, limit_reached",
        "SECRETS_FULL,           409, secrets_full",
        "CONFLICT,               409, conflict",
        "OUTDATED,               412, conflict",
        "TOO_LARGE,              413, too_large",
        "UNSUPPORTED_MEDIA_TYPE, 415, invalid_request",
    })
    void everyCodeHasItsStatus(AdministrationRefusal refusal, int status, String code) {
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.because(Sentence.FORBIDDEN).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void answersAreACodeAndASentence(AdministrationRefusal refusal) {
        assertThat(refusal.because(Sentence.FORBIDDEN).members("It is so."))
                .containsExactly(entry("error", refusal.code()), entry("errorMessage", "It is so."));
    }
}
