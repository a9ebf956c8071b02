package org.workfrontoauth2.contract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a redirect URL tells about the place it leads to (contract, sections 3 and 7). */
public final class RedirectUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> WEB = Set.of("http", "https");

    private RedirectUrl() {}

    /**
     * Whether it leads to a program on the user's own device: a loopback address or a custom scheme. Any other program
     * there can claim it, so consent given once proves nothing (RFC 8252, 8.6).
     */
    public static boolean isOnDevice(String url) {
        return parse(url)
                .map(uri -> !WEB.contains(lowerCase(uri.getScheme()))
                        || LOOPBACK.contains(uri.getHost() == null ? "" : lowerCase(uri.getHost())))
                .orElse(true);
    }

    /** The web origin (RFC 6454) of a page at this URL; empty for custom schemes. */
    public static Optional<String> origin(String url) {
        return parse(url)
                .filter(uri -> WEB.contains(lowerCase(uri.getScheme())) && uri.getHost() != null)
                .map(uri -> {
                    String scheme = lowerCase(uri.getScheme());
                    boolean defaultPort = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
                    return scheme + "://" + lowerCase(uri.getHost()) + (defaultPort ? "" : ":" + uri.getPort());
                });
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(URI.create(url)).filter(uri -> uri.getScheme() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
