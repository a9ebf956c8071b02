package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's authorization endpoint, for requests of the contract. Keycloak creates an {@link OIDCLoginProtocol}
 * itself, which issues the code if the user is not asked anything ({@code prompt=none}). That code would not be ours:
 * no grant would begin, and the rules for logins would not be checked.
 */
final class Authorization extends AuthorizationEndpoint {

    Authorization(KeycloakSession session, EventBuilder event) {
        super(session, event);
    }

    @Override
    protected Response handleBrowserAuthenticationRequest(
            AuthenticationSessionModel login, LoginProtocol keycloaks, boolean passive, boolean redirect) {
        LoginProtocol ours = session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL)
                .setSession(session)
                .setRealm(realm)
                .setUriInfo(session.getContext().getUri())
                .setHttpHeaders(headers)
                .setEventBuilder(event);
        return super.handleBrowserAuthenticationRequest(login, ours, passive, redirect);
    }
}
