package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.workfrontoauth2.keycloak.registration.ClientTokenIntrospection;

/** Keycloak's introspection of access tokens, which knows session IDs and access tokens of registered clients too. */
final class SessionIdIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    SessionIdIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        Introspection ours = new Introspection(session);
        if (ours.concerns(token)) {
            return ours.answer(token, event);
        }
        ClientTokenIntrospection ofClients = new ClientTokenIntrospection(session);
        return ofClients.concerns(token) ? ofClients.answer(token, event) : super.introspect(token, event);
    }
}
