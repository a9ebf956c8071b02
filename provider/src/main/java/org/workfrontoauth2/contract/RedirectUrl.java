package org.workfrontoauth2.contract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a redirect URL says about where it leads (contract, sections 3 and 7). */
public final class RedirectUrl {

    /** Where http is accepted: in no other spelling. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]+){3}|\\[::1]|\\[(0+:){7}0*1]");

    private static final Pattern NAME_OF_THE_DEVICE = Pattern.compile("(?:.+\\.)?localhost\\.?");
    private static final Pattern PARTS =
            Pattern.compile("(?s)(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://[^/?#]*)?(?<rest>.*)");
    private static final Pattern RFC3986 =
            Pattern.compile("(?:[\\w.~:/?@!$&'()+,;=#-]|%[0-9A-Fa-f]{2}|[^\\x00-\\x7f])*");
    /** As many as Keycloak stores. */
    public static final int LONGEST = 255;

    private static final Set<String> WEB = Set.of("http", "https");

    /** Schemes that run, read or send something instead of leading to a program of the developer's. */
    private static final Set<String> DANGEROUS = Set.of(
            "javascript",
            "data",
            "vbscript",
            "file",
            "filesystem",
            "blob",
            "about",
            "view-source",
            "jar",
            "ftp",
            "ws",
            "wss",
            "mailto",
            "tel",
            "sms",
            "intent",
            "chrome",
            "chrome-extension",
            "moz-extension",
            "resource",
            "res",
            "mhtml",
            "livescript",
            "mocha",
            "shell",
            "search-ms",
            "ms-msdt",
            "smb",
            "ssh",
            "sftp",
            "telnet",
            "ldap",
            "ldaps",
            "sip",
            "sips",
            "callto",
            "facetime");

    private RedirectUrl() {}

    /**
     * Whether it leads to a program on the user's own device: a loopback address or a custom scheme. Any other program
     * there can claim it, so consent given once proves nothing (RFC 8252, 8.6). Loopback addresses are recognised in
     * whatever spelling. So is a host that cannot be read, such as {@code 127.1}: browsers make an address of it.
     */
    public static boolean isOnDevice(String url) {
        return parse(url)
                .map(uri -> !WEB.contains(lowerCase(uri.getScheme()))
                        || uri.getHost() == null
                        || isHostOnDevice(lowerCase(uri.getHost())))
                .orElse(true);
    }

    private static boolean isHostOnDevice(String host) {
        return IpAddress.isMeant(host)
                ? IpAddress.read(host).map(IpAddress::isOnDevice).orElse(true)
                : NAME_OF_THE_DEVICE.matcher(host).matches();
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

    /**
     * What keeps this from being a redirect URL: it must be absolute, is compared exactly and comes back exactly ({@link
     * RedirectSpelling}), so it holds no wildcard and no fragment; http is for loopback addresses only (RFC 8252, 7.3; RFC 9700, 2.1). A scheme of
     * its own leads to an app on a phone, which is a single page application.
     *
     * @param urls what they are called in the sentence
     */
    public static Optional<Said> problem(String url, ApplicationType type, Object urls) {
        return problem(url, type).map(sentence -> sentence.with(urls, LONGEST));
    }

    private static Optional<Sentence> problem(String url, ApplicationType type) {
        if (url.length() > LONGEST) {
            return Optional.of(Sentence.URL_LONG);
        }
        if (!ApplicationField.isStorable(url)) {
            return Optional.of(Sentence.URL_CHARACTERS);
        }
        if (url.indexOf('*') >= 0) {
            return Optional.of(Sentence.URL_WILDCARD);
        }
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches() || url.length() == parts.end("scheme") + 1) {
            return Optional.of(Sentence.URL_RELATIVE);
        }
        String scheme = lowerCase(parts.group("scheme"));
        if (DANGEROUS.contains(scheme)) {
            return Optional.of(Sentence.URL_SCHEME_OF_NOTHING);
        }
        if (scheme.equals("urn")) {
            return Optional.of(Sentence.URL_URN);
        }
        Optional<URI> uri = parse(url);
        if (uri.isEmpty()) {
            boolean readable = RFC3986.matcher(parts.group("rest")).matches();
            return Optional.of(readable ? Sentence.URL_HOST : Sentence.URL_CHARACTERS);
        }
        // Java sees no user name before a host that is none to it.
        String authority = uri.get().getRawAuthority();
        if (uri.get().getRawFragment() != null || authority != null && authority.indexOf('@') >= 0) {
            return Optional.of(Sentence.URL_FRAGMENT);
        }
        if (WEB.contains(scheme) && uri.get().getHost() == null) {
            return Optional.of(Sentence.URL_HOST);
        }
        if (!WEB.contains(scheme) && type != ApplicationType.SINGLE_PAGE) {
            return Optional.of(Sentence.URL_SCHEME);
        }
        if (scheme.equals("http")
                && !LOOPBACK.matcher(lowerCase(uri.get().getHost())).matches()) {
            return Optional.of(Sentence.URL_HTTP);
        }
        return RedirectSpelling.problem(url);
    }

    /** Whether this is a page that users can be sent to: an absolute https URL. */
    public static boolean isPage(String url) {
        return parse(url)
                .filter(uri -> lowerCase(uri.getScheme()).equals("https"))
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
                .isPresent();
    }

    /** Whether a URL of this scheme, in lower case, leads to a program of a developer's. */
    public static boolean isSchemeOfAProgram(String scheme) {
        return !WEB.contains(scheme) && !DANGEROUS.contains(scheme);
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
