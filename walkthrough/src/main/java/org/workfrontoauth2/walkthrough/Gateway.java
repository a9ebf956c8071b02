package org.workfrontoauth2.walkthrough;

/** What stands before an API and asks about each request whether its session ID is good (contract, section 6). */
public final class Gateway {

    private final Server server;
    private final Organisation organisation;

    public Gateway(Server server, Organisation organisation) {
        this.server = server;
        this.organisation = organisation;
    }

    /** Where it asks. */
    public String address() {
        return organisation.contract() + "/integrations/oauth2/api/v1/session/verify";
    }

    /** Asks with a request to that address. */
    public Answer verify(Request question) {
        return Answer.of(server.send(question));
    }

    /** Asks about a session ID that came in a header. */
    public Answer verify(String sessionId) {
        return verify(Request.get(address()).header("sessionID", sessionId));
    }
}
