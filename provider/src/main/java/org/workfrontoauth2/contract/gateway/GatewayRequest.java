package org.workfrontoauth2.contract.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.SessionIdCarrier;

/**
 * What a gateway sends to ask whether the session ID of a request that it has received is valid (contract, section 6).
 * Gateways forward the headers of that request, and add headers with its URI and its method.
 */
public final class GatewayRequest {

    /**
     * The URI of the original request: nginx by its configuration, Ingress NGINX, Traefik and Caddy, Envoy where it has
     * rewritten the path. Envoy's external authorization puts it behind the path instead.
     */
    public static final List<String> ORIGINAL_URI =
            List.of("X-Original-URI", "X-Original-URL", "X-Forwarded-Uri", "X-Envoy-Original-Path");

    /** Its method: nginx by its configuration and Ingress NGINX; Traefik and Caddy. */
    static final List<String> ORIGINAL_METHOD = List.of("X-Original-Method", "X-Forwarded-Method");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What opens a WebSocket (RFC 6455, 4.1). Some gateways drop the first one, which belongs to the connection. */
    private static final List<String> OF_WEB_SOCKETS =
            List.of("Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol");

    private final List<String> headers;
    private final List<String> authorizations;
    private final List<String> inQueries;
    private final List<String> cookies;
    private final boolean cookieCounts;
    private final boolean below;
    private final Asker asker;

    private GatewayRequest(
            List<String> headers,
            List<String> authorizations,
            List<String> inQueries,
            List<String> cookies,
            boolean cookieCounts,
            boolean below,
            Asker asker) {
        this.headers = headers;
        this.authorizations = authorizations;
        this.inQueries = inQueries;
        this.cookies = cookies;
        this.cookieCounts = cookieCounts;
        this.below = below;
        this.asker = asker;
    }

    /**
     * Reads it.
     *
     * @param method of this request
     * @param query of this request, as it was sent
     * @param below whether the original path stands behind this request's own, as Envoy does it: then the method is the
     *     original one as well
     * @param peer the address that this server's connection leads to
     * @param headers all values of a header, whatever its letter case
     */
    public static GatewayRequest read(
            String method, String query, boolean below, String peer, Function<String, List<String>> headers) {
        List<String> uris = all(ORIGINAL_URI, headers);
        List<Map.Entry<String, String>> parameters = Stream.concat(
                        Stream.of(query), uris.stream().map(GatewayRequest::query))
                .flatMap(text -> Parameters.pairsOfQuery(text).stream())
                .toList();
        return new GatewayRequest(
                headers.apply(SessionIdCarrier.NAME),
                headers.apply("Authorization"),
                values(parameters, SessionIdCarrier.NAME),
                SessionIdCarrier.cookies(headers.apply("Cookie")),
                isSafe(method, below, !uris.isEmpty(), headers)
                        && !opensWebSocket(headers)
                        && values(parameters, "method").stream().allMatch(GatewayRequest::isRead),
                below,
                Asker.read(peer, headers));
    }

    /** The status that lets the original request pass: Envoy, which asks below the path, takes 200 and nothing else. */
    public int statusOfGood() {
        return below ? 200 : 204;
    }

    private static List<String> all(List<String> names, Function<String, List<String>> headers) {
        return names.stream().flatMap(name -> headers.apply(name).stream()).toList();
    }

    private static String query(String uri) {
        int mark = uri.indexOf('?');
        String query = mark < 0 ? "" : uri.substring(mark + 1);
        int fragment = query.indexOf('#');
        return fragment < 0 ? query : query.substring(0, fragment);
    }

    private static List<String> values(List<Map.Entry<String, String>> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Whether the original request changes nothing, so that no other page can do harm by making a browser send its cookie. A
     * method that nobody has told counts as none that is safe: a gateway's own request is always a GET. Only where nothing
     * speaks of an original request is this one the original.
     */
    private static boolean isSafe(
            String method, boolean below, boolean hasUri, Function<String, List<String>> headers) {
        List<String> told = all(ORIGINAL_METHOD, headers);
        if (!told.isEmpty()) {
            return SAFE.containsAll(told) && (!below || SAFE.contains(method));
        }
        // A page's form and script say where they come from, and what they send; both are passed on with a method that
        // is not.
        boolean mayBeAnothersForm = !headers.apply("Origin").isEmpty()
                || !headers.apply("Content-Type").isEmpty();
        return SAFE.contains(method) && (below || !hasUri && !mayBeAnothersForm);
    }

    /**
     * Whether the original request opens a WebSocket: it is a GET, but what is said on it may change things, and a page of
     * any site may open one and read it (RFC 6455, 10.2).
     */
    private static boolean opensWebSocket(Function<String, List<String>> headers) {
        return OF_WEB_SOCKETS.stream()
                .flatMap(name -> headers.apply(name).stream()
                        .filter(value -> !name.equals("Upgrade")
                                || value.toLowerCase(Locale.ROOT).contains("websocket")))
                .findAny()
                .isPresent();
    }

    /** Workfront's API takes the method as a parameter too: {@code GET …?method=DELETE} deletes. */
    private static boolean isRead(String method) {
        return method.isEmpty() || SAFE.stream().anyMatch(method::equalsIgnoreCase);
    }

    /** Who asks. */
    public Asker asker() {
        return asker;
    }

    /** Whether the session ID may have come as a bearer token: then a refusal says so (RFC 6750, 3). */
    public boolean hasBearer() {
        return authorizations.stream()
                .anyMatch(value -> SessionIdCarrier.bearer(value).isPresent());
    }

    /**
     * The one session ID of the original request.
     *
     * @param queryCounts whether one in a query counts
     * @return empty when there is none
     * @throws Refused when there are two different ones
     */
    public Optional<String> sessionId(boolean queryCounts) throws Refused {
        List<String> all = new ArrayList<>(headers);
        authorizations.forEach(value -> SessionIdCarrier.bearer(value).ifPresent(all::add));
        if (queryCounts) {
            all.addAll(inQueries);
        }
        if (cookieCounts) {
            all.addAll(cookies);
        }
        return SessionIdCarrier.one(all);
    }

    /** Nothing of it: everything may be a session ID. */
    @Override
    public String toString() {
        return "GatewayRequest";
    }
}
