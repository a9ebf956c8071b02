package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** A resource that takes POST: every other method is 405, in the contract's words. */
public abstract class PostOnly {

    private final KeycloakSession session;

    PostOnly(KeycloakSession session) {
        this.session = session;
    }

    /** 405. */
    @GET
    public Response get() {
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
        return RegistrationCall.methodNotAllowed(session, "POST");
    }
}
