package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ErrorForm;

/** A resource that accepts only GET. Every other method is 405. */
public abstract class GotFrom extends FewMethods {

    /** @param form how its refusals are worded */
    protected GotFrom(KeycloakSession session, ErrorForm form) {
        super(session, form, "GET");
    }

    /** 405. */
    @POST
    public Response post() {
        return methodNotAllowed();
    }
}
