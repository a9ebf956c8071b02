package org.workfrontoauth2.contract.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workfrontoauth2.contract.ContractPath;

/**
 * The paths that session IDs are sent to, behind a host or below a realm, recognised before a resource is reached.
 * Paths must be normalised (RFC 3986, 6.2.2); parameters of their segments are ignored, as the server ignores them.
 */
public final class SessionPath {

    private static final String BEFORE = "(?:/realms/([^/]+))?";

    private static final Pattern VERIFY =
            Pattern.compile(BEFORE + "/" + ContractPath.INTEGRATIONS + "/" + ContractPath.VERIFY + "(/.*)?");

    private static final Pattern API = Pattern.compile(BEFORE + "/" + ContractPath.API + "(?:/.*)?");

    private SessionPath() {}

    /**
     * A question of a gateway.
     *
     * @param realm the realm's name; empty behind a host
     * @param below whether the original path stands behind this one
     */
    public record Question(Optional<String> realm, boolean below) {}

    /** The question that is asked at this path; empty when it is another path. */
    public static Optional<Question> question(String path) {
        Matcher verify = VERIFY.matcher(ContractPath.plain(path));
        return verify.matches()
                ? Optional.of(new Question(
                        Optional.ofNullable(verify.group(1)),
                        verify.group(2) != null && verify.group(2).length() > 1))
                : Optional.empty();
    }

    /** Whether the query of a request to this path may have a session ID in it. */
    public static boolean hasSecretQuery(String path) {
        String plain = ContractPath.plain(path);
        return VERIFY.matcher(plain).matches() || API.matcher(plain).matches();
    }
}
