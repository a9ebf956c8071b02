package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;
import org.workfrontoauth2.keycloak.authentication.ApplicationAuthenticator;

/** A pushed authorization request. Keycloak's own response does not say why a client was refused. */
public final class PushedRequest extends ParEndpoint {

    private final KeycloakSession session;

    PushedRequest(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
    }

    @Override
    @Path("/")
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response request() {
        try {
            return super.request();
        } catch (WebApplicationException refused) {
            if (ApplicationAuthenticator.turnedAway(session)) {
                throw StandardEndpoints.refused();
            }
            throw refused;
        }
    }
}
