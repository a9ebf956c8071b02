package org.workfrontoauth2.contract.registration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a token request, 201 (registration, section 2).
 *
 * @param token what the access token says
 * @param text the access token
 */
public record ClientTokenAnswer(ClientAccessToken token, String text) {

    /** HTTP status. */
    public static final int STATUS = 201;

    /** The token type that clients and resource servers see. */
    public static final String TYPE = "bearer";

    /** The members; {@code created_at} is in milliseconds, {@code expires_in} in seconds. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", token.id().toString());
        members.put("access_token", text);
        members.put("created_at", token.issuedAt().toEpochMilli());
        members.put(
                "expires_in",
                Duration.between(token.issuedAt(), token.expiresAt()).toSeconds());
        members.put("token_type", TYPE);
        return members;
    }

    @Override
    public String toString() {
        return "ClientTokenAnswer " + token.id();
    }
}
