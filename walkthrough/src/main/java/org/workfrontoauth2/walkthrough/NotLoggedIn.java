package org.workfrontoauth2.walkthrough;

/** How Workfront's API says that a session ID is missing or no longer good (contract, section 6). */
final class NotLoggedIn {

    private NotLoggedIn() {}

    static void hold(Answer answer) {
        Fact.of("status", answer.status()).is(401);
        Fact.of("message", answer.body().at("/error/message").asText()).is("You are not currently logged in.");
    }
}
