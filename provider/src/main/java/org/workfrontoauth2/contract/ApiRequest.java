package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to Workfront's API (contract, section 6): a GET, or a POST that says {@code method=GET}, which older clients
 * send for everything they read.
 *
 * @param parameters names and values, those of the query first, then those of the form
 */
public record ApiRequest(List<Map.Entry<String, String>> parameters) {

    private static final String METHOD = "method";
    private static final String GET = "GET";

    /**
     * The parameters of a query.
     *
     * @param query as it was sent
     * @param sessionIdCounts whether a session ID in it is read
     */
    public static List<Map.Entry<String, String>> query(String query, boolean sessionIdCounts) {
        return Parameters.pairsOfQuery(query).stream()
                .filter(parameter -> sessionIdCounts || !parameter.getKey().equals(SessionIdCarrier.NAME))
                .toList();
    }

    /** A GET. */
    public static ApiRequest get(List<Map.Entry<String, String>> query) {
        return new ApiRequest(query);
    }

    /**
     * A POST. A body that is not a form is not read: the query and the headers may say everything.
     *
     * @throws Refused when the form cannot be read, or nothing says that this is a GET
     */
    public static ApiRequest post(List<Map.Entry<String, String>> query, @Nullable String contentType, byte[] body)
            throws Refused {
        if (body.length > TokenRequest.MAX_BYTES) {
            throw new Refused(Refusal.BODY_TOO_LARGE);
        }
        List<Map.Entry<String, String>> all = new ArrayList<>(query);
        if (isForm(contentType)) {
            all.addAll(Parameters.utf8(ByteBuffer.wrap(body))
                    .flatMap(text -> Parameters.pairsOfForm(text.strip()))
                    .orElseThrow(() -> new Refused(Refusal.MALFORMED_FORM)));
        }
        ApiRequest request = new ApiRequest(all);
        List<String> methods = request.values(METHOD);
        if (methods.isEmpty() || !methods.stream().allMatch(GET::equalsIgnoreCase)) {
            throw new Refused(Refusal.METHOD_NOT_ALLOWED);
        }
        return request;
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType == null || ContentType.of(contentType).equals(ContentType.FORM);
    }

    /**
     * The one session ID of this request.
     *
     * @param headers values of the header {@code sessionID}
     * @param authorization the Authorization header
     * @return empty when there is none
     * @throws Refused when there are two different ones
     */
    public Optional<String> sessionId(List<String> headers, @Nullable String authorization) throws Refused {
        return SessionIdCarrier.read(headers, authorization, values(SessionIdCarrier.NAME));
    }

    /**
     * The same where a cookie counts too, which it does for a request that changes nothing.
     *
     * @param cookies the Cookie headers
     */
    public Optional<String> sessionId(List<String> headers, @Nullable String authorization, List<String> cookies)
            throws Refused {
        List<String> all = new ArrayList<>(values(SessionIdCarrier.NAME));
        all.addAll(SessionIdCarrier.cookies(cookies));
        return SessionIdCarrier.read(headers, authorization, all);
    }

    private List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The names only: values may be session IDs. */
    @Override
    public String toString() {
        return "ApiRequest with " + parameters.stream().map(Map.Entry::getKey).toList();
    }
}
