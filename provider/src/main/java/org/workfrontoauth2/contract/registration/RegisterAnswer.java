package org.workfrontoauth2.contract.registration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a registration, 201 (registration, section 1).
 *
 * @param clientId the new client
 * @param secret its secret, which is shown only here
 * @param issuedAt when it was registered
 * @param redirectUri where it said it can be reached
 * @param scopes those of its registered application
 */
public record RegisterAnswer(
        String clientId, String secret, Instant issuedAt, Optional<String> redirectUri, List<String> scopes) {

    /** HTTP status. */
    public static final int STATUS = 201;

    /** The members; {@code client_id_issued_at} is in seconds. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", clientId);
        members.put("client_secret", secret);
        members.put("client_id_issued_at", issuedAt.getEpochSecond());
        members.put("redirect_uris", redirectUri.stream().toList());
        members.put("grant_types", List.of("client_credentials"));
        members.put("scopes", scopes);
        return members;
    }

    @Override
    public String toString() {
        return "RegisterAnswer for " + clientId;
    }
}
