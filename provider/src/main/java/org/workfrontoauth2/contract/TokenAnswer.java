package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A successful answer of the token endpoint (contract, section 4).
 *
 * @param sessionId the session ID, sent as {@code access_token}
 * @param refreshToken the refresh token, never blank
 * @param expiresIn whole seconds until the session ID expires
 * @param wid the user's ID, 32 hexadecimal digits
 * @param scopeAsked whether the client asked for a scope
 */
public record TokenAnswer(String sessionId, String refreshToken, long expiresIn, String wid, boolean scopeAsked) {

    /** The only scope there is, whatever was asked for. */
    private static final String SCOPE = "workfront";

    public TokenAnswer(String sessionId, String refreshToken, long expiresIn, String wid) {
        this(sessionId, refreshToken, expiresIn, wid, false);
    }

    /** The same, for a client that asked for a scope. */
    public TokenAnswer withScope() {
        return new TokenAnswer(sessionId, refreshToken, expiresIn, wid, true);
    }

    /**
     * Exactly the five members of the contract. The standard dialect adds {@code scope} where one was asked for: a scope
     * other than that one must be said (RFC 6749, 5.1).
     */
    public Map<String, Object> members(Dialect dialect) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", dialect.tokenType());
        body.put("access_token", sessionId);
        body.put("refresh_token", refreshToken);
        body.put("expires_in", expiresIn);
        body.put("wid", wid);
        if (scopeAsked && dialect == Dialect.OAUTH) {
            body.put("scope", SCOPE);
        }
        return body;
    }

    /** The members without a refresh token: the answer of a JWT exchange (contract, section 5). */
    public Map<String, Object> membersOfExchange(Dialect dialect) {
        Map<String, Object> body = members(dialect);
        body.remove("refresh_token");
        return body;
    }

    @Override
    public String toString() {
        return "TokenAnswer for " + wid;
    }
}
