package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.Path;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.workfrontoauth2.keycloak.session.IntrospectionResource;

/** Keycloak's token endpoint, below which introspection is; that is for applications too. */
public final class StandardToken extends TokenEndpoint {

    private final KeycloakSession session;
    private final EventBuilder event;

    StandardToken(KeycloakSession session, TokenManager tokens, EventBuilder event) {
        super(session, tokens, event);
        this.session = session;
        this.event = event;
    }

    @Override
    @Path("introspect")
    public Object introspect() {
        return new IntrospectionResource(session, event);
    }
}
