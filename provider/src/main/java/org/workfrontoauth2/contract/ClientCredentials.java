package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a client says it is (contract, section 4; RFC 6749, 2.3.1).
 *
 * @param clientId the client ID
 * @param secret the client secret; empty when none was sent
 * @param basic whether they came in an {@code Authorization: Basic} header
 */
public record ClientCredentials(String clientId, Optional<String> secret, boolean basic) {

    private static final String BASIC = "basic ";

    /** Reads them from the Authorization header or the parameters; both at once are refused. */
    public static ClientCredentials read(@Nullable String authorization, Parameters parameters) throws Refused {
        Optional<String> idInBody = parameters.get("client_id");
        Optional<String> secretInBody = parameters.get("client_secret");
        if (authorization == null || !isBasic(authorization)) {
            String id = idInBody.orElseThrow(() -> new Refused(Refusal.MISSING_CLIENT));
            return new ClientCredentials(id, secretInBody, false);
        }
        ClientCredentials header = ofHeader(authorization);
        // Libraries repeat the client ID in the body; only a second secret, or another ID, is a second way.
        if (secretInBody.isPresent()
                || idInBody.filter(id -> !id.equals(header.clientId())).isPresent()) {
            throw new Refused(Refusal.TWO_CREDENTIALS);
        }
        return header;
    }

    /** Whether this Authorization header is one of the Basic scheme. */
    public static boolean isBasic(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BASIC);
    }

    /** The client ID of a Basic header. Empty if there is none or it cannot be read. */
    static Optional<String> idOfHeader(@Nullable String authorization) {
        try {
            return authorization != null && isBasic(authorization)
                    ? Optional.of(ofHeader(authorization).clientId())
                    : Optional.empty();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static ClientCredentials ofHeader(String authorization) throws Refused {
        String decoded = decoded(authorization.substring(BASIC.length()).trim())
                .orElseThrow(() -> new Refused(Refusal.MALFORMED_CREDENTIALS));
        int colon = decoded.indexOf(':');
        String id = colon < 0 ? null : Parameters.decode(decoded.substring(0, colon));
        String secret = colon < 0 ? null : Parameters.decode(decoded.substring(colon + 1));
        if (id == null || secret == null || id.isEmpty()) {
            throw new Refused(Refusal.MALFORMED_CREDENTIALS);
        }
        return new ClientCredentials(id, Optional.of(secret).filter(text -> !text.isEmpty()), true);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Parameters.utf8(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials of " + clientId;
    }
}
