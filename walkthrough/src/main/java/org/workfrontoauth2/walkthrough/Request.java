package org.workfrontoauth2.walkthrough;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, sent as it stands.
 *
 * <p>The address stays text: {@link URI} would refuse some of the queries that must not bring a server down.
 */
public final class Request {

    private final String method;
    private final String address;
    private final Headers headers;
    private final byte @Nullable [] body;

    private Request(String method, String address, Headers headers, byte @Nullable [] body) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
    }

    public static Request get(String address) {
        return new Request("GET", address, Headers.NONE, null);
    }

    /** A request with any method and without a body. */
    public static Request of(String method, String address) {
        return new Request(method, address, Headers.NONE, null);
    }

    public static Request form(String address, List<Map.Entry<String, String>> fields) {
        return of("POST", address).body("application/x-www-form-urlencoded", UrlEncoded.write(fields));
    }

    public Request header(String name, String value) {
        return new Request(method, address, headers.and(name, value), body);
    }

    public Request body(String mediaType, String text) {
        return body(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    public Request body(String mediaType, byte[] bytes) {
        return new Request(method, address, headers.and("Content-Type", mediaType), bytes.clone());
    }

    /** The same request to another address, as a redirect with status 307 or 308 asks for. */
    Request at(String otherAddress) {
        return new Request(method, otherAddress, headers, body);
    }

    String method() {
        return method;
    }

    String address() {
        return address;
    }

    Headers headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Host and port, for the {@code Host} header. */
    String authority() {
        int start = address.indexOf("://") + 3;
        int end = start;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(start, end);
    }

    /** Host without the port. */
    String host() {
        return authority().replaceFirst(":\\d+$", "");
    }

    /** Path and raw query, for the request line. */
    String target() {
        String rest = address.substring(address.indexOf("://") + 3 + authority().length());
        int fragment = rest.indexOf('#');
        String target = fragment < 0 ? rest : rest.substring(0, fragment);
        return target.startsWith("/") ? target : "/" + target;
    }

    String path() {
        String target = target();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
