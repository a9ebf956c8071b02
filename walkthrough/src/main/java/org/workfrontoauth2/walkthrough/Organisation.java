package org.workfrontoauth2.walkthrough;

/**
 * Where an organisation's endpoints are (contract, sections 1 and 9).
 *
 * @param contract what stands before {@code /integrations/oauth2}
 * @param realm what stands before {@code /protocol/openid-connect}
 */
public record Organisation(String contract, String realm) {

    /** The endpoints behind a host of the organisation's own, such as {@code acme.my.localhost:8080}. */
    public static Organisation ofHost(String name, String lane, int port) {
        String host = "http://" + name + "." + lane + ".localhost:" + port;
        return new Organisation(host, host + "/realms/" + name);
    }

    /** The same organisation's endpoints below its realm's path. */
    public Organisation below() {
        return new Organisation(realm, realm);
    }
}
