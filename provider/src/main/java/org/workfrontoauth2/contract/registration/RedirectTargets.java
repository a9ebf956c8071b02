package org.workfrontoauth2.contract.registration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workfrontoauth2.contract.Refused;

/**
 * Where the clients of a registered application may be reached: domains, over HTTPS, and schemes of its own
 * (registration, section 1).
 *
 * <p>A domain is exactly one host, not its subdomains, and not a host that only looks like it. A URI that can be read
 * in more than one way (with a user name, a backslash, an escape or a non-ASCII letter in the host) is refused.
 *
 * @param domains in lower case, in ASCII
 * @param schemes in lower case
 */
public record RedirectTargets(List<String> domains, List<String> schemes) {

    private static final int LONGEST = 1000;

    /** RFC 3986, with an authority that is a plain host and a port, no fragment, and no character that needs an escape. */
    private static final Pattern WEB = Pattern.compile(
            "(?i:https)://(?<host>[A-Za-z0-9.-]+)(?::(?<port>[1-9][0-9]{0,4}))?(?:[/?][!$%&'()*+,;=:@/?A-Za-z0-9._~-]*)?");

    private static final Pattern OWN =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):[!$%&'()*+,;=:@/?A-Za-z0-9._~-]*");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int LARGEST_PORT = 65535;

    /** Whether this is one of the places. */
    public boolean allow(String redirectUri) {
        if (redirectUri.length() > LONGEST || BROKEN_ESCAPE.matcher(redirectUri).find()) {
            return false;
        }
        return onADomain(redirectUri) || withAScheme(redirectUri);
    }

    /** Refuses a URI that leads to none of these places. A request without a URI is accepted. */
    public void require(Optional<String> redirectUri) throws Refused {
        if (redirectUri.isPresent() && !allow(redirectUri.get())) {
            throw new Refused(RegistrationRefusal.REDIRECT_URI);
        }
    }

    private boolean onADomain(String uri) {
        Matcher web = WEB.matcher(uri);
        return web.matches()
                && isPort(Optional.ofNullable(web.group("port")))
                && domains.contains(web.group("host").toLowerCase(Locale.ROOT));
    }

    private static boolean isPort(Optional<String> port) {
        return port.map(Integer::parseInt)
                .filter(number -> number > LARGEST_PORT)
                .isEmpty();
    }

    private boolean withAScheme(String uri) {
        Matcher own = OWN.matcher(uri);
        return own.matches() && schemes.contains(own.group("scheme").toLowerCase(Locale.ROOT));
    }
}
