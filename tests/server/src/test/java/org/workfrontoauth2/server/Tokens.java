package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.workfrontoauth2.walkthrough.Answer;

/** A successful answer of the token endpoint, with exactly its five members (contract, section 4). */
record Tokens(String type, String sessionId, String refreshToken, long expiresIn, String wid) {

    static Tokens of(Answer answer) {
        Answers.assertThat(answer).hasStatus(200);
        assertThat(answer.headers().all("Cache-Control")).contains("no-store");
        assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("application/json");
        JsonNode body = answer.body();
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("token_type", "access_token", "refresh_token", "expires_in", "wid");
        assertThat(body.get("expires_in").isIntegralNumber()).isTrue();
        Tokens tokens = new Tokens(
                body.get("token_type").asText(),
                body.get("access_token").asText(),
                body.get("refresh_token").asText(),
                body.get("expires_in").asLong(),
                body.get("wid").asText());
        assertThat(tokens.sessionId).matches("[0-9A-Za-z]{1,128}");
        assertThat(tokens.refreshToken).matches("[0-9A-Za-z]{1,128}");
        assertThat(tokens.wid).matches("[0-9a-f]{32}");
        return tokens;
    }
}
