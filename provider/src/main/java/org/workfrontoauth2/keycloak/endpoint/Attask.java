package org.workfrontoauth2.keycloak.endpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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
    @GET
    @Path(ANY_API + "/logout")
    public Response logout() {
        return new LogoutResource(session).get();
    }

    /** The same, for older clients. */
    @POST
    @Path(ANY_API + "/logout")
    public Response logout(InputStream body) {
        return new LogoutResource(session).post(body);
    }

    /** Whose session it is. */
    @GET
    @Path(ANY_API + "/session")
    public Response session() {
        return new SessionResource(session).get();
    }

    /** The same, for older clients. */
    @POST
    @Path(ANY_API + "/session")
    public Response session(InputStream body) {
        return new SessionResource(session).post(body);
    }
}
