package org.workfrontoauth2.contract.registration;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refused;

/**
 * A request of a registered client for an access token (registration, section 2).
 *
 * @param clientId who the client says it is
 * @param secret its secret
 */
public record ClientTokenRequest(String clientId, String secret) {

    /** Largest body that is read, in bytes. */
    public static final int MAX_BYTES = RequestBody.MAX_BYTES;

    private static final int LONGEST = 255;
    private static final String CLIENT_ID = "client_id";
    private static final String SECRET = "client_secret";
    private static final String GRANT_TYPE = "grant_type";
    private static final String CLIENT_CREDENTIALS = "client_credentials";
    private static final Set<String> KNOWN = Set.of(CLIENT_ID, SECRET, GRANT_TYPE);

    /**
     * What was sent.
     *
     * @param contentType the content type of the body
     * @param authorization the Authorization header
     * @param query the query, as it was sent
     * @param queryCounts whether parameters may be in the query of a request without a body
     * @param body the body
     */
    public record Sent(
            @Nullable String contentType,
            @Nullable String authorization,
            String query,
            boolean queryCounts,
            java.nio.ByteBuffer body) {

        private boolean isInTheQuery() {
            return queryCounts && !body.hasRemaining();
        }

        private byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }

    /** Reads the form, or the query of a request without a body. */
    public static ClientTokenRequest read(Sent sent) throws Refused {
        Parameters parameters = parameters(sent);
        requireOneWay(sent, parameters);
        requireGrantType(parameters);
        String id = bounded(parameters, CLIENT_ID);
        return new ClientTokenRequest(id, bounded(parameters, SECRET));
    }

    private static Parameters parameters(Sent sent) throws Refused {
        return sent.isInTheQuery()
                ? RequestBody.query(sent.query(), KNOWN)
                : RequestBody.form(sent.contentType(), sent.bytes(), KNOWN);
    }

    /** RFC 6749, 2.3: one way of authentication. What is in a query that does not count is a second one all the same. */
    private static void requireOneWay(Sent sent, Parameters parameters) throws Refused {
        boolean inHeader = ClientCredentials.isBasic(sent.authorization());
        boolean inBoth = !sent.isInTheQuery() && hasCredentials(sent.query());
        if (inBoth || inHeader && parameters.get(SECRET).isPresent()) {
            throw new Refused(RegistrationRefusal.TWO_CREDENTIALS);
        }
    }

    private static boolean hasCredentials(String query) {
        return Parameters.ofForm(query)
                .filter(read ->
                        read.get(SECRET).isPresent() || read.get(CLIENT_ID).isPresent())
                .isPresent();
    }

    private static void requireGrantType(Parameters parameters) throws Refused {
        String type = parameters.get(GRANT_TYPE).orElseThrow(() -> new Refused(RegistrationRefusal.MISSING_GRANT_TYPE));
        if (!type.equals(CLIENT_CREDENTIALS)) {
            throw new Refused(RegistrationRefusal.UNSUPPORTED_GRANT_TYPE);
        }
    }

    private static String bounded(Parameters parameters, String name) throws Refused {
        String value = parameters.get(name).orElseThrow(() -> new Refused(RegistrationRefusal.MISSING_CREDENTIALS));
        if (value.length() > LONGEST) {
            throw new Refused(RegistrationRefusal.OVERSIZED_PARAMETER);
        }
        return value;
    }

    @Override
    public String toString() {
        return "ClientTokenRequest of " + clientId;
    }
}
