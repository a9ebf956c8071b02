package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract, section 4: two dialects of errors and token types. */
class DialectTest {

    /** A .NET connector parses {@code error} as a boolean. */
    @ParameterizedTest
    @EnumSource
    void workfrontsErrorsHaveExactlyFiveMembers(Refusal refusal) {
        assertThat(Dialect.WORKFRONT.members(refusal, refusal.description()))
                .containsExactly(
                        entry("statusCode", Dialect.WORKFRONT.status(refusal)),
                        entry("error", true),
                        entry("type", refusal.error()),
                        entry("message", refusal.description()),
                        entry("error_description", refusal.description()));
    }

    @ParameterizedTest
    @EnumSource
    void standardErrorsHaveExactlyTwoMembers(Refusal refusal) {
        assertThat(Dialect.OAUTH.members(refusal, refusal.description()))
                .containsExactly(entry("error", refusal.error()), entry("error_description", refusal.description()));
    }

    @Test
    void theTokenTypeIsSpelledAsClientsExpectIt() {
        assertThat(Dialect.WORKFRONT.tokenType()).isEqualTo("sessionID");
        assertThat(Dialect.OAUTH.tokenType()).isEqualTo("Bearer");
    }
}
