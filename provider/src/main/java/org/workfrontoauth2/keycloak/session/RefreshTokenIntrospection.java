package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.workfrontoauth2.keycloak.registration.ClientTokenIntrospection;

/** Keycloak's introspection of refresh tokens, which knows those of applications too. */
final class RefreshTokenIntrospection extends RefreshTokenIntrospectionProvider {

    RefreshTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        Introspection ours = new Introspection(session);
        if (ours.concerns(token)) {
            return ours.answerOfRefreshToken(token, event);
        }
        ClientTokenIntrospection ofClients = new ClientTokenIntrospection(session);
        return ofClients.concerns(token) ? ofClients.answer(token, event) : super.introspect(token, event);
    }
}
