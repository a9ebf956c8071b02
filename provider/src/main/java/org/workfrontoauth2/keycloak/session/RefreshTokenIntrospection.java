package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** Keycloak's introspection of refresh tokens, which knows those of applications too. */
final class RefreshTokenIntrospection extends RefreshTokenIntrospectionProvider {

    RefreshTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        Introspection ours = new Introspection(session);
        return ours.concerns(token) ? ours.answerOfRefreshToken(token, event) : super.introspect(token, event);
    }
}
