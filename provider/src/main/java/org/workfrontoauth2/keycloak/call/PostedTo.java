package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ErrorForm;

/** A resource that accepts only POST, as token endpoints do (RFC 6749, 3.2). Every other method is 405. */
public abstract class PostedTo extends FewMethods {

    /**
     * @param form how its refusals are worded
     * @param allowed the methods there are, as in the header {@code Allow}
     */
    protected PostedTo(KeycloakSession session, ErrorForm form, String allowed) {
        super(session, form, allowed);
    }

    /** 405. */
    @GET
    public Response get() {
        return methodNotAllowed();
    }
}
