package org.workfrontoauth2.walkthrough;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The API that clients call with a session ID; it asks the authorization server what the session ID is worth. */
public final class ResourceServer {

    private static final String CREDENTIALS = "acme-api:acme-api-secret";

    private final Server server;
    private final Organisation organisation;

    public ResourceServer(Server server, Organisation organisation) {
        this.server = server;
        this.organisation = organisation;
    }

    /** RFC 7662; contract, section 8. */
    public Answer introspect(String token) {
        return ask(List.of(Map.entry("token", token)));
    }

    /** The same, about what is said to be a refresh token. */
    public Answer introspectRefreshToken(String token) {
        return ask(List.of(Map.entry("token", token), Map.entry("token_type_hint", "refresh_token")));
    }

    private Answer ask(List<Map.Entry<String, String>> fields) {
        String basic = Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(StandardCharsets.US_ASCII));
        return Answer.of(
                server.send(Request.form(organisation.realm() + "/protocol/openid-connect/token/introspect", fields)
                        .header("Authorization", "Basic " + basic)));
    }

    public boolean accepts(String sessionId) {
        return introspect(sessionId).body().path("active").asBoolean(false);
    }
}
