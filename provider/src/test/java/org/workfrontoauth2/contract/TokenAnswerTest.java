package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** Contract, section 4: exactly five members, in this order. */
class TokenAnswerTest {

    private final TokenAnswer answer = new TokenAnswer("s1", "r1", 3600, "b0b00000000000000000000000000b0b");

    @Test
    void anAnswerHasExactlyFiveMembers() {
        assertThat(answer.members(Dialect.WORKFRONT))
                .containsExactly(
                        entry("token_type", "sessionID"),
                        entry("access_token", "s1"),
                        entry("refresh_token", "r1"),
                        entry("expires_in", 3600L),
                        entry("wid", "b0b00000000000000000000000000b0b"));
    }

    /** Contract, section 5. */
    @Test
    void theAnswerOfAnExchangeHasNoRefreshToken() {
        assertThat(answer.membersOfExchange(Dialect.WORKFRONT))
                .containsExactly(
                        entry("token_type", "sessionID"),
                        entry("access_token", "s1"),
                        entry("expires_in", 3600L),
                        entry("wid", "b0b00000000000000000000000000b0b"));
        assertThat(answer.membersOfExchange(Dialect.OAUTH)).containsEntry("token_type", "Bearer");
    }

    /** RFC 6749, 5.1: there is only one scope, and it must be said when another one was asked for. */
    @Test
    void theStandardDialectNamesTheScopeWhereOneWasAskedFor() {
        assertThat(answer.withScope().members(Dialect.OAUTH)).hasSize(6).containsEntry("scope", "workfront");
        assertThat(answer.withScope().membersOfExchange(Dialect.OAUTH))
                .hasSize(5)
                .containsEntry("scope", "workfront");
        assertThat(answer.withScope().members(Dialect.WORKFRONT)).isEqualTo(answer.members(Dialect.WORKFRONT));
    }

    @Test
    void theStandardDialectChangesTheTokenTypeAndNothingElse() {
        assertThat(answer.members(Dialect.OAUTH))
                .containsExactly(
                        entry("token_type", "Bearer"),
                        entry("access_token", "s1"),
                        entry("refresh_token", "r1"),
                        entry("expires_in", 3600L),
                        entry("wid", "b0b00000000000000000000000000b0b"));
    }
}
