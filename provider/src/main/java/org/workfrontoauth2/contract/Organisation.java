package org.workfrontoauth2.contract;

/**
 * What clients learn about the host they used (contract, section 1).
 *
 * @param domain first label of the host, for example {@code acme}
 * @param lane second label of the host, for example {@code my} (production) or {@code preview}
 */
public record Organisation(String domain, String lane) {

    /** The lane of hosts that have none: the front door and the realm's own path. */
    public static final String PRODUCTION = "my";
}
