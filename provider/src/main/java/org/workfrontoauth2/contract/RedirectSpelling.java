package org.workfrontoauth2.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the spelling of a redirect URL, so that the redirect goes exactly to the URL that was registered (contract,
 * section 2).
 *
 * <p>The server that redirects leaves the default port out, encodes what RFC 3986 does not have in a query, and adds
 * parameters with {@code &}; browsers resolve dots and write IP addresses in one way. If one of them changes the URL,
 * the redirect would lack our parameters, and the application would send another URL with the code.
 */
final class RedirectSpelling {

    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]*");
    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[^:/?#]+):(?://(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?");
    private static final Pattern PORT = Pattern.compile("[^:]*(?:\\[[^]]*])?:(?<port>[0-9]*)");
    private static final Pattern WITHOUT_PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int LARGEST_PORT = 65535;

    /** A dot may be written as an escape; a backslash is a slash to browsers. */
    private static final Pattern DOTS = Pattern.compile("(?i)(?:.*/)?(?:\\.|%2e){1,2}(?:/.*)?");

    /**
     * What the answer says, and what Keycloak's redirect check takes for something it says (its class {@code
     * RedirectUtils}), in whatever letter case.
     */
    private static final Set<String> OF_THE_ANSWER = Set.of(
            "code",
            "state",
            "domain",
            "lane",
            "iss",
            "error",
            "error_description",
            "error_uri",
            "session_state",
            "access_token",
            "token_type",
            "expires_in",
            "id_token",
            "response",
            "kc_action",
            "kc_action_status");

    private RedirectSpelling() {}

    /** What keeps an absolute URL from coming back as it is. */
    static Optional<Sentence> problem(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!ASCII.matcher(url).matches() || !parts.matches()) {
            return Optional.of(Sentence.URL_SPELLING);
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        if (scheme.equals("urn")) {
            return Optional.of(Sentence.URL_URN);
        }
        String authority = parts.group("authority");
        if (authority != null && !isPortPlain(scheme, authority)) {
            return Optional.of(Sentence.URL_PORT);
        }
        if (authority != null && !isAddressPlain(scheme, authority)) {
            return Optional.of(Sentence.URL_ADDRESS);
        }
        String path = parts.group("path");
        if (DOTS.matcher(path).matches()) {
            return Optional.of(Sentence.URL_DOTS);
        }
        String query = parts.group("query");
        if (query == null) {
            return Optional.empty();
        }
        boolean opaque = authority == null && !path.startsWith("/");
        return opaque ? Optional.of(Sentence.URL_OPAQUE) : problemOfQuery(query);
    }

    /** No port, or one that is written as it would be if it were not the default. */
    private static boolean isPortPlain(String scheme, String authority) {
        Matcher written = PORT.matcher(authority);
        if (!written.matches()) {
            return true;
        }
        String port = written.group("port");
        String byDefault =
                switch (scheme) {
                    case "http" -> "80";
                    case "https" -> "443";
                    default -> "";
                };
        return NUMBER.matcher(port).matches() && Integer.parseInt(port) <= LARGEST_PORT && !port.equals(byDefault);
    }

    /** No IP address, or one that browsers do not write in another way; under a scheme of its own they read IPv6 only. */
    private static boolean isAddressPlain(String scheme, String authority) {
        String host = WITHOUT_PORT.matcher(authority).replaceFirst("");
        boolean read = scheme.equals("http") || scheme.equals("https") || host.startsWith("[");
        return !read
                || !IpAddress.isMeant(host)
                || IpAddress.read(host)
                        .filter(address -> address.asBrowsersWriteIt().equals(host))
                        .isPresent();
    }

    private static Optional<Sentence> problemOfQuery(String query) {
        if (query.indexOf('[') >= 0 || query.indexOf(']') >= 0) {
            return Optional.of(Sentence.URL_BRACKETS);
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = Parameters.decode(equals < 0 ? pair : pair.substring(0, equals));
            if (name == null || Parameters.decode(pair) == null) {
                return Optional.of(Sentence.URL_SPELLING);
            }
            if (name.isEmpty()) {
                return Optional.of(Sentence.URL_EMPTY_PARAMETER);
            }
            if (OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(Sentence.URL_OF_ANSWER);
            }
        }
        return Optional.empty();
    }
}
