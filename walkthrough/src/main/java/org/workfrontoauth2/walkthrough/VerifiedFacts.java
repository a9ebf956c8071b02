package org.workfrontoauth2.walkthrough;

/** What a gateway learns of a live session ID (contract, section 6). */
final class VerifiedFacts {

    private VerifiedFacts() {}

    static void hold(Answer answer, Application application, String username, String wid, String lane) {
        Fact.of("status", answer.status()).is(204);
        header(answer, "X-Workfront-Wid", wid);
        header(answer, "X-Workfront-User", username);
        header(answer, "X-Workfront-Client-Id", application.clientId());
        header(answer, "X-Workfront-Domain", Acme.REALM);
        header(answer, "X-Workfront-Lane", lane);
    }

    private static void header(Answer answer, String name, String value) {
        Fact.of(name, answer.headers().first(name)).is(value);
    }
}
