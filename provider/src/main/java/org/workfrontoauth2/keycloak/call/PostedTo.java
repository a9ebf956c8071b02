package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ErrorForm;

/** A resource that tokens are asked of with POST (RFC 6749, 3.2): every other method is 405, in the contract's words. */
public abstract class PostedTo {

    private final KeycloakSession session;
    private final ErrorForm form;
    private final String allowed;

    /**
     * @param form how its refusals are worded
     * @param allowed the methods there are, as in the header {@code Allow}
     */
    protected PostedTo(KeycloakSession session, ErrorForm form, String allowed) {
        this.session = session;
        this.form = form;
        this.allowed = allowed;
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
        return Answers.methodNotAllowed(session, form, allowed);
    }
}
