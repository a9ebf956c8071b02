package org.workfrontoauth2.walkthrough;

/** The applications of the demo realm. */
public final class Acme {

    public static final String REALM = "acme";

    public static final Application WEB =
            new Application("acme-web", "acme-web-secret-for-the-demo-only", "http://localhost:9999/callback");

    public static final Application SINGLE_PAGE = new Application("acme-spa", null, "http://localhost:9999/spa");

    /** Has no redirect URL: no browser takes part. */
    public static final Application MACHINE = new Application("acme-m2m", "acme-m2m-secret-for-the-demo-only", "");

    /** An ordinary client, no application. */
    public static final Application PLAIN =
            new Application("plain-oidc", "plain-oidc-secret", "http://localhost:9999/plain");

    /** The registered application, with which devices register. */
    public static final String REGISTERED = "acme-tv";

    /** The origin of the pages the redirect URLs belong to. */
    public static final String ORIGIN = "http://localhost:9999";

    private Acme() {}
}
