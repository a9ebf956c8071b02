package org.workfrontoauth2.walkthrough;

/** What a refusal looks like in the contract's own dialect (contract, section 4). */
final class RefusalFacts {

    private RefusalFacts() {}

    static void hold(Answer answer, int status, String type) {
        Fact.of("status", answer.status()).is(status);
        Fact.of("statusCode", answer.member("statusCode")).is(String.valueOf(status));
        Fact.of("error is a boolean", answer.body().path("error").isBoolean()).is(true);
        Fact.of("type", answer.member("type")).is(type);
        Fact.of("message", answer.member("message")).isNot("");
    }
}
