package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.keycloak.call.Answers;

/** {@code /o/client/scopes}: what a client may do (registration, section 4). */
public final class ScopesResource {

    private final KeycloakSession session;

    ScopesResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * The scopes of the client whose access token this is, as they are now.
     *
     * @return 200; 401 as in {@link ValidateResource#validate}; 429
     */
    @GET
    public Response scopes() {
        RegistrationCall call = new RegistrationCall(session, EventType.INTROSPECT_TOKEN);
        return call.answer(() -> call.json(
                200, Map.of("scopes", call.bearer().found().application().scopes())));
    }

    /** 405. */
    @POST
    public Response post() {
        return methodNotAllowed();
    }

    /** 405. */
    @PUT
    public Response put() {
        return methodNotAllowed();
    }

    /** 405. */
    @PATCH
    public Response patch() {
        return methodNotAllowed();
    }

    /** 405. */
    @DELETE
    public Response delete() {
        return methodNotAllowed();
    }

    private Response methodNotAllowed() {
        return Answers.methodNotAllowed(session, RegistrationDialect.REGISTRATION, "GET");
    }
}
