package org.workfrontoauth2.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What a successful token answer holds, once it is exactly that (contract, section 4). */
record IssuedTokens(String sessionId, String refreshToken, String wid) {

    private static final Set<String> MEMBERS =
            Set.of("token_type", "access_token", "refresh_token", "expires_in", "wid");
    private static final int HOUR = 3600;
    private static final int LONGEST_ANSWER = 60;

    static IssuedTokens of(Answer answer) {
        if (answer.status() != 200) {
            throw new Mismatch("expected tokens, got " + answer);
        }
        JsonNode body = answer.body();
        Set<String> members = new TreeSet<>();
        body.fieldNames().forEachRemaining(members::add);
        Fact.of("members of the answer", members).is(new TreeSet<>(MEMBERS));
        Fact.of("token_type", answer.member("token_type")).is("sessionID");
        Fact.of("session ID", answer.member("access_token"))
                .is("at most 128 letters and digits", text -> text.matches("[A-Za-z0-9]{32,128}"));
        Fact.of("refresh token", answer.member("refresh_token"))
                .is("something opaque", text -> text.matches("[A-Za-z0-9_-]+"));
        Fact.of("expires_in is a whole number", body.path("expires_in").isIntegralNumber())
                .is(true);
        Fact.of("expires_in", answer.member("expires_in"))
                .is(
                        "one hour",
                        seconds ->
                                Integer.parseInt(seconds) <= HOUR && Integer.parseInt(seconds) > HOUR - LONGEST_ANSWER);
        Fact.of("wid", answer.member("wid")).is("32 hexadecimal digits", text -> text.matches("[0-9a-f]{32}"));
        Fact.of("Cache-Control", answer.headers().first("Cache-Control"))
                .is("no-store", value -> value.contains("no-store"));
        return new IssuedTokens(answer.member("access_token"), answer.member("refresh_token"), answer.member("wid"));
    }
}
