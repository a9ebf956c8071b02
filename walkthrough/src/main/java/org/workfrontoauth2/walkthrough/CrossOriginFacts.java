package org.workfrontoauth2.walkthrough;

import java.util.Optional;

/** What lets a page of another origin read an answer (contract, section 7). */
final class CrossOriginFacts {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private CrossOriginFacts() {}

    static void hold(Answer answer, String origin) {
        Fact.of(ALLOWED, answer.headers().first(ALLOWED)).is(origin);
        Fact.of(
                        "credentials are allowed",
                        answer.headers()
                                .first("Access-Control-Allow-Credentials")
                                .equals(Optional.of("true")))
                .is(false);
    }

    static String shown(Answer answer) {
        return ALLOWED + ": " + answer.headers().first(ALLOWED).orElse("nothing");
    }
}
