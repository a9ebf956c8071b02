package org.workfrontoauth2.keycloak.endpoint;

import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.session.LogoutResource;
import org.workfrontoauth2.keycloak.session.SessionResource;

/** {@code /attask}: the two calls of Workfront's API that are about session IDs (contract, section 6). */
public final class Attask {

    /** With a version or without, and the names that older clients have for the same API. */
    private static final String ANY_API =
            "{api: api(?:/unsupported|(?:-internal|-unsupported|-asp)?(?:/v[0-9]{1,3}[.]0)?)}";

    private final KeycloakSession session;

    Attask(KeycloakSession session) {
        this.session = session;
    }

    /** The end of a session. */
    @Path(ANY_API + "/logout")
    public LogoutResource logout() {
        return new LogoutResource(session);
    }

    /** Whose session it is. */
    @Path(ANY_API + "/session")
    public SessionResource session() {
        return new SessionResource(session);
    }
}
