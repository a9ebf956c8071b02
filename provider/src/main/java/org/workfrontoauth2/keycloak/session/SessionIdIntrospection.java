package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Keycloak's introspection of access tokens, which knows session IDs too. */
final class SessionIdIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    SessionIdIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        Introspection ours = new Introspection(session);
        return ours.concerns(token) ? ours.answer(token, event) : super.introspect(token, event);
    }
}
