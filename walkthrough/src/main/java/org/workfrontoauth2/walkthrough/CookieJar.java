package org.workfrontoauth2.walkthrough;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A browser's cookies, by host, as RFC 6265 keeps them.
 *
 * <p>Every cookie belongs to the one host that set it: Keycloak sets no {@code Domain}. A Secure cookie travels over
 * HTTPS and, as in browsers, to {@code localhost} and the names below it, which Keycloak counts on.
 */
final class CookieJar {

    private record Cookie(
            String host,
            String path,
            String name,
            String value,
            boolean secure,
            @Nullable Instant expires) {

        boolean replaces(Cookie other) {
            return host.equals(other.host) && path.equals(other.path) && name.equals(other.name);
        }

        boolean alive(Instant now) {
            return expires == null || now.isBefore(expires);
        }

        boolean belongsTo(Request request) {
            return host.equals(request.host()) && contains(path, request.path()) && (!secure || trustworthy(request));
        }

        private static boolean contains(String cookiePath, String requestPath) {
            return requestPath.equals(cookiePath)
                    || requestPath.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/");
        }

        private static boolean trustworthy(Request request) {
            return request.address().startsWith("https://")
                    || request.host().equals("localhost")
                    || request.host().endsWith(".localhost")
                    || request.host().equals("127.0.0.1");
        }
    }

    /** Bytes, as in browsers. */
    private static final int LARGEST = 4096;

    private final InstantSource clock;
    private final List<Cookie> cookies = new ArrayList<>();

    CookieJar(InstantSource clock) {
        this.clock = clock;
    }

    CookieJar copy() {
        CookieJar copy = new CookieJar(clock);
        copy.cookies.addAll(cookies);
        return copy;
    }

    void lose(String name) {
        cookies.removeIf(cookie -> cookie.name().equals(name));
    }

    /** Keeps what an answer to this request sets; what is too large is not set, and what was there before stays. */
    void keep(Request request, List<String> setCookies) {
        for (String setCookie : setCookies) {
            Cookie cookie = parse(request, setCookie);
            if (cookie.name().length() + cookie.value().length() > LARGEST) {
                continue;
            }
            cookies.removeIf(cookie::replaces);
            if (cookie.alive(clock.instant())) {
                cookies.add(cookie);
            }
        }
    }

    /** The {@code Cookie} header of this request; the most specific path comes first. */
    Optional<String> header(Request request) {
        String header = cookies.stream()
                .filter(cookie -> cookie.alive(clock.instant()) && cookie.belongsTo(request))
                .sorted(Comparator.comparing((Cookie cookie) -> cookie.path().length())
                        .reversed())
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    private Cookie parse(Request request, String setCookie) {
        String[] parts = setCookie.split(";");
        String[] pair = parts[0].split("=", 2);
        String path = defaultPath(request.path());
        boolean secure = false;
        Instant expires = null;
        boolean maxAgeSeen = false;
        for (int i = 1; i < parts.length; i++) {
            String[] attribute = parts[i].strip().split("=", 2);
            String value = attribute.length < 2 ? "" : attribute[1].strip();
            switch (attribute[0].toLowerCase(Locale.ROOT)) {
                case "path" -> path = value.startsWith("/") ? value : path;
                case "secure" -> secure = true;
                case "max-age" -> {
                    expires = clock.instant().plusSeconds(Long.parseLong(value));
                    maxAgeSeen = true;
                }
                case "expires" -> expires = maxAgeSeen ? expires : date(value);
                default -> {
                    // HttpOnly, SameSite and Version mean nothing where there are no scripts and no other sites.
                }
            }
        }
        return new Cookie(request.host(), path, pair[0].strip(), pair.length < 2 ? "" : pair[1], secure, expires);
    }

    /** RFC 6265, 5.1.4. */
    private static String defaultPath(String requestPath) {
        int lastSlash = requestPath.lastIndexOf('/');
        return lastSlash <= 0 ? "/" : requestPath.substring(0, lastSlash);
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            // RFC 6265, 5.2.1: an attribute that cannot be read is ignored.
            return null;
        }
    }
}
