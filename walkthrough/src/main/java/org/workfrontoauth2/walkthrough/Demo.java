package org.workfrontoauth2.walkthrough;

/**
 * The running demo.
 *
 * @param server where requests go
 * @param port the HTTP port
 * @param path below which Keycloak is served: empty, or such as {@code /auth}
 */
record Demo(Server server, int port, String path) {

    /** The endpoints of Acme at the host of this lane: the contract's are directly behind it, Keycloak's are not. */
    Organisation acme(String lane) {
        String host = "http://" + Acme.REALM + "." + lane + ".localhost:" + port;
        return new Organisation(host, host + path + "/realms/" + Acme.REALM);
    }

    /** Keycloak itself, of which Acme is one realm. */
    String keycloak() {
        return "http://localhost:" + port + path;
    }
}
