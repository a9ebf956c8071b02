package org.workfrontoauth2.contract.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks whether a session ID is valid, according to the request.
 *
 * @param addresses the peer of the connection, and all addresses that proxies say they forwarded the request for
 * @param secrets values of the header {@value #SECRET}
 */
public record Asker(List<String> addresses, List<String> secrets) {

    /** The header for the shared secret. */
    public static final String SECRET = "X-Workfront-Verify-Secret";

    /** RFC 7239, 6: {@code for=192.0.2.1} or {@code for="[2001:db8::1]:4711"}. */
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|[;,\\s])for=\"?([^\";,]*)");

    private static final Pattern PORT = Pattern.compile("^(?:\\[(.*)]|([^:]*))(?::[0-9]+)?$");

    static Asker read(String peer, Function<String, List<String>> headers) {
        List<String> addresses = new ArrayList<>(List.of(peer));
        for (String header : headers.apply("X-Forwarded-For")) {
            for (String address : header.split(",")) {
                addresses.add(withoutPort(address.strip()));
            }
        }
        for (String header : headers.apply("Forwarded")) {
            Matcher element = FOR.matcher(header);
            while (element.find()) {
                addresses.add(withoutPort(element.group(1).strip()));
            }
        }
        return new Asker(List.copyOf(addresses), List.copyOf(headers.apply(SECRET)));
    }

    private static String withoutPort(String address) {
        Matcher parts = PORT.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Asker " + addresses;
    }
}
