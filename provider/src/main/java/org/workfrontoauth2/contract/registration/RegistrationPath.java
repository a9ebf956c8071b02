package org.workfrontoauth2.contract.registration;

import java.util.regex.Pattern;
import org.workfrontoauth2.contract.ContractPath;

/**
 * The paths of this contract behind a host or below a realm, as they are recognised before any resource is reached. Paths are
 * expected normalised (RFC 3986, 6.2.2); parameters of their segments are ignored, as the server ignores them.
 */
public final class RegistrationPath {

    private static final String CLIENT = "(?:/realms/[^/]+)?/" + ContractPath.REGISTRATION + "/" + ContractPath.CLIENT;

    private static final Pattern THROTTLED = Pattern.compile(CLIENT + "(?:/.*)?");
    private static final Pattern TOKEN = Pattern.compile(CLIENT + "/token/?");

    private RegistrationPath() {}

    /** Whether requests to this path are counted: the four paths and whatever else is below them (section 4). */
    public static boolean isThrottled(String path) {
        return THROTTLED.matcher(ContractPath.plain(path)).matches();
    }

    /** Whether a query that is sent to this path may hold a secret (section 2). */
    public static boolean hasSecretQuery(String path) {
        return TOKEN.matcher(ContractPath.plain(path)).matches();
    }
}
