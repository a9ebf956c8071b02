package org.workfrontoauth2.contract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of the contract (section 9), recognised before a resource is reached. Paths must be normalised (RFC 3986,
 * 6.2.2); parameters of their segments are ignored, as the server ignores them.
 */
public final class ContractPath {

    /** What {@code {host}} is followed by. */
    public static final String METADATA = "/.well-known/oauth-authorization-server";

    /** Where Workfront's contract begins, without slashes. */
    public static final String INTEGRATIONS = "integrations";

    /** Where Workfront's API begins, without slashes. */
    public static final String API = "attask";

    /** Where dynamic client registration begins (registration, section 1), without slashes. */
    public static final String REGISTRATION = "o";

    /** Below {@link #INTEGRATIONS}. */
    public static final String OAUTH = "oauth2";

    /** Below {@link #INTEGRATIONS}. */
    public static final String AUTHORIZE = OAUTH + "/authorize";

    /** Below {@link #INTEGRATIONS}. */
    public static final String TOKEN = OAUTH + "/api/v1/token";

    /** Below {@link #INTEGRATIONS}. */
    public static final String EXCHANGE = OAUTH + "/api/v1/jwt/exchange";

    /** Below {@link #INTEGRATIONS}. */
    public static final String REVOKE = OAUTH + "/api/v1/revoke";

    /** Below {@link #INTEGRATIONS}; perhaps followed by the path that a gateway asks about. */
    public static final String VERIFY = OAUTH + "/api/v1/session/verify";

    /** Below {@link #INTEGRATIONS}; followed by the hash of a logo. */
    public static final String LOGOS = OAUTH + "/logos/";

    /** Below {@link #REGISTRATION}. */
    public static final String CLIENT = "client";

    /** What the issuer of a realm's path ends with. */
    public static final String ISSUER = "/" + INTEGRATIONS + "/" + OAUTH;

    private static final List<String> BEGINNINGS =
            List.of("/" + INTEGRATIONS + "/", "/" + API + "/", "/" + REGISTRATION + "/" + CLIENT + "/");

    private static final Pattern REALM = Pattern.compile("/realms/[^/]+(?=/)");

    private ContractPath() {}

    /** The address of one of the paths below {@link #INTEGRATIONS}, where this stands before the contract's paths. */
    public static String below(String base, String path) {
        return base + "/" + INTEGRATIONS + "/" + path;
    }

    /** Whether this path, directly behind a host, is one of the contract's. */
    public static boolean isOfHost(String path) {
        return begins(plain(path)) || isMetadata(path) || isMetadataOfPath(path);
    }

    /** Whether this path is one of the contract's below the path of a realm. */
    public static boolean isOfRealm(String path) {
        String plain = plain(path);
        Matcher realm = REALM.matcher(plain);
        return realm.lookingAt() && begins(plain.substring(realm.end()));
    }

    /** Whether the contract reads the body of what is sent to this path, behind a host or below a realm. */
    public static boolean hasBody(String path) {
        return begins(plain(path)) || isOfRealm(path);
    }

    private static boolean begins(String path) {
        return BEGINNINGS.stream().anyMatch(path::startsWith);
    }

    /** Whether this is the description of a host. */
    public static boolean isMetadata(String path) {
        return path.equals(METADATA) || path.equals(METADATA + "/");
    }

    /** Whether this is the description of a path: RFC 8414, 3.1, puts it between the host and the issuer's path. */
    public static boolean isMetadataOfPath(String path) {
        return path.startsWith(METADATA + "/") && withoutSlash(path).endsWith(ISSUER);
    }

    /** The path that {@linkplain #isMetadataOfPath such a description} is about. */
    public static String describedPath(String path) {
        return withoutSlash(path).substring(METADATA.length());
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path without the parameters of its segments. */
    public static String plain(String path) {
        return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
    }
}
