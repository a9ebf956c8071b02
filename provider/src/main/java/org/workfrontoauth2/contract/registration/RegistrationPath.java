package org.workfrontoauth2.contract.registration;

import java.util.regex.Pattern;
import org.workfrontoauth2.contract.ContractPath;

/**
 * The paths of this contract behind a host or below a realm, recognised before a resource is reached. Paths must be
 * normalised (RFC 3986, 6.2.2); parameters of their segments are ignored, as the server ignores them.
 */
public final class RegistrationPath {

    private static final String CLIENT = "(?:/realms/[^/]+)?/" + ContractPath.REGISTRATION + "/" + ContractPath.CLIENT;

    private static final Pattern THROTTLED = Pattern.compile(CLIENT + "(?:/.*)?");

    private RegistrationPath() {}

    /**
     * Whether requests to this path are counted (section 4) and may have a secret in their query (section 2): the four paths and
     * whatever else is below them, because clients also get paths and methods wrong.
     */
    public static boolean isThrottled(String path) {
        return THROTTLED.matcher(ContractPath.plain(path)).matches();
    }
}
