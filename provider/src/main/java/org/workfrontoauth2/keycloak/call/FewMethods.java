package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ErrorForm;

/** A resource of one of the contracts. None of them accepts PUT, PATCH or DELETE: 405, in the contract's form. */
public abstract class FewMethods {

    private final KeycloakSession session;
    private final ErrorForm form;
    private final String allowed;

    FewMethods(KeycloakSession session, ErrorForm form, String allowed) {
        this.session = session;
        this.form = form;
        this.allowed = allowed;
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

    final Response methodNotAllowed() {
        return Answers.methodNotAllowed(session, form, allowed);
    }
}
