package org.workfrontoauth2.testing;

import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * The tokens that an application got for a user.
 *
 * @param refreshToken null for a machine to machine application, which has none
 * @param expiresIn how many seconds the session ID is valid
 * @param wid the user's ID
 */
public record Tokens(String sessionId, @Nullable String refreshToken, long expiresIn, String wid) {

    static Tokens of(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("The server answered " + answer + " instead of a session ID.");
        }
        return new Tokens(
                answer.member("access_token"),
                answer.body().has("refresh_token") ? answer.member("refresh_token") : null,
                answer.body().get("expires_in").asLong(),
                answer.member("wid"));
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "tokens of the user " + wid;
    }
}
