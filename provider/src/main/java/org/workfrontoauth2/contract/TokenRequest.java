package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint, in every combination that real clients send (contract, section 4).
 *
 * @param parameters what was in the body
 * @param authorization the Authorization header, if any
 */
public record TokenRequest(Parameters parameters, @Nullable String authorization) {

    /** Largest body that is read, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_VALUE = 4000;
    private static final int MAX_CLIENT_ID = 255;
    private static final String CODE = "code";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final String SCOPE = "scope";

    private static final String JWT = "jwt_token";

    private static final Set<String> KNOWN = Set.of(
            "client_id", "client_secret", "grant_type", CODE, REDIRECT_URI, "code_verifier", REFRESH_TOKEN, SCOPE, JWT);

    /** The grants of this endpoint; every other one of the server stays out of reach. */
    public enum Grant {
        AUTHORIZATION_CODE,
        REFRESH_TOKEN;

        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the body. */
    public static TokenRequest read(@Nullable String contentType, @Nullable String authorization, byte[] body)
            throws Refused {
        Parameters parameters = body(contentType, body);
        if (!parameters.repeated().isEmpty()) {
            throw new Refused(Refusal.REPEATED_PARAMETER);
        }
        boolean oversized = KNOWN.stream()
                .filter(name -> !name.equals(JWT))
                .map(parameters::get)
                .flatMap(Optional::stream)
                .anyMatch(value -> value.length() > MAX_VALUE);
        if (oversized) {
            throw new Refused(Refusal.OVERSIZED_PARAMETER);
        }
        return new TokenRequest(parameters, authorization);
    }

    /**
     * The client that a request claims to come from, even when the request as a whole cannot be read: errors are worded
     * in that application's dialect.
     */
    public static Optional<String> claimedClient(
            @Nullable String contentType, @Nullable String authorization, byte[] body) {
        return ClientCredentials.idOfHeader(authorization)
                .or(() -> idOfBody(contentType, body))
                .filter(id -> id.length() <= MAX_CLIENT_ID);
    }

    /** The same, of a request that can be read. */
    public Optional<String> claimedClient() {
        return ClientCredentials.idOfHeader(authorization)
                .or(() -> parameters.get("client_id"))
                .filter(id -> id.length() <= MAX_CLIENT_ID);
    }

    private static Optional<String> idOfBody(@Nullable String contentType, byte[] body) {
        try {
            Parameters parameters = body(contentType, body);
            return parameters.repeated().contains("client_id") ? Optional.empty() : parameters.get("client_id");
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static Parameters body(@Nullable String contentType, byte[] body) throws Refused {
        String type = ContentType.of(contentType);
        if (!type.equals(ContentType.FORM) && !type.equals(ContentType.JSON)) {
            throw new Refused(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
        if (body.length > MAX_BYTES) {
            throw new Refused(Refusal.BODY_TOO_LARGE);
        }
        return Parameters.utf8(ByteBuffer.wrap(body))
                .flatMap(text ->
                        type.equals(ContentType.FORM) ? Parameters.ofForm(text.strip()) : JsonBody.read(text, KNOWN))
                .orElseThrow(() -> new Refused(Refusal.MALFORMED_BODY));
    }

    /** The refresh token that is presented, if any. */
    public Optional<String> refreshToken() {
        return parameters.get(REFRESH_TOKEN);
    }

    /** The code that is presented, if any. */
    public Optional<String> code() {
        return parameters.get(CODE);
    }

    /** Who the client says it is. */
    public ClientCredentials credentials() throws Refused {
        return ClientCredentials.read(authorization, parameters);
    }

    /** Whether this is about a refresh token, whatever else is wrong with it. */
    public boolean asksToRefresh() {
        return parameters
                .get("grant_type")
                .filter(Grant.REFRESH_TOKEN.value()::equals)
                .isPresent();
    }

    /** The grant that is asked for, with its required parameters present. */
    public Grant grant() throws Refused {
        String type = parameters.get("grant_type").orElseThrow(() -> new Refused(Refusal.MISSING_GRANT_TYPE));
        for (Grant grant : Grant.values()) {
            if (grant.value().equals(type)) {
                require(grant);
                return grant;
            }
        }
        throw new Refused(Refusal.UNSUPPORTED_GRANT_TYPE);
    }

    /** Whether a scope is asked for; which one does not matter. */
    public boolean asksForScope() {
        return parameters.get(SCOPE).filter(scope -> !scope.isBlank()).isPresent();
    }

    /**
     * What is to be revoked (contract, section 4, Revoke): a session ID, a refresh token, or both.
     *
     * @throws Refused when there is neither
     */
    public Set<String> revoked() throws Refused {
        Set<String> tokens = new LinkedHashSet<>();
        parameters.get("token").ifPresent(tokens::add);
        parameters.get(REFRESH_TOKEN).ifPresent(tokens::add);
        if (tokens.isEmpty()) {
            throw new Refused(Refusal.MISSING_REVOKED_TOKEN);
        }
        return tokens;
    }

    /** The JWT of an exchange (contract, section 5). */
    public String jwt() throws Refused {
        return parameters.get(JWT).orElseThrow(() -> new Refused(Refusal.MISSING_JWT));
    }

    private void require(Grant grant) throws Refused {
        if (grant == Grant.REFRESH_TOKEN) {
            require(REFRESH_TOKEN, Refusal.MISSING_REFRESH_TOKEN);
        } else {
            require(CODE, Refusal.MISSING_CODE);
            require(REDIRECT_URI, Refusal.MISSING_REDIRECT_URI);
        }
    }

    private void require(String name, Refusal refusal) throws Refused {
        if (parameters.get(name).isEmpty()) {
            throw new Refused(refusal);
        }
    }

    /**
     * The parameters for the server's own token endpoint: those of this grant and nothing else, so that no extension of
     * the server (client assertions, token exchange, scopes …) can be reached through this endpoint.
     */
    public Map<String, String> ofGrant(Grant grant, String clientId) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        values.put("client_id", clientId);
        values.put("grant_type", grant.value());
        Set<String> names =
                grant == Grant.REFRESH_TOKEN ? Set.of(REFRESH_TOKEN) : Set.of(CODE, REDIRECT_URI, "code_verifier");
        names.forEach(name -> parameters.get(name).ifPresent(value -> values.put(name, value)));
        return values;
    }

    @Override
    public String toString() {
        return "TokenRequest with " + parameters.values().keySet();
    }
}
