package org.workfrontoauth2.walkthrough;

/** What a resource server learns of a live session ID (contract, section 8). */
final class IntrospectionFacts {

    private IntrospectionFacts() {}

    static void hold(Answer answer, Application application, String username, String wid, String lane) {
        Fact.of("status", answer.status()).is(200);
        Fact.of("active", answer.member("active")).is("true");
        Fact.of("token_type", answer.member("token_type")).is("sessionID");
        Fact.of("client_id", answer.member("client_id")).is(application.clientId());
        Fact.of("username", answer.member("username")).is(username);
        Fact.of("wid", answer.member("wid")).is(wid);
        Fact.of("domain", answer.member("domain")).is(Acme.REALM);
        Fact.of("lane", answer.member("lane")).is(lane);
    }
}
