package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ContractPath;

/** {@code /o/client}: one path, one resource (registration, sections 1, 2 and 4). */
public final class ClientEndpoints {

    private final KeycloakSession session;

    ClientEndpoints(KeycloakSession session) {
        this.session = session;
    }

    /** Where devices register. */
    @Path(ContractPath.CLIENT + "/register")
    public RegisterResource register() {
        return new RegisterResource(session);
    }

    /** Where clients take access tokens. */
    @Path(ContractPath.CLIENT + "/token")
    public ClientTokenResource token() {
        return new ClientTokenResource(session);
    }

    /** What a client may do. */
    @Path(ContractPath.CLIENT + "/scopes")
    public ScopesResource scopes() {
        return new ScopesResource(session);
    }

    /** Whether an access token is good. */
    @Path(ContractPath.CLIENT + "/validate")
    public ValidateResource validate() {
        return new ValidateResource(session);
    }
}
