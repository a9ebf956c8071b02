package org.workfrontoauth2.keycloak.theme;

import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's pages; the consent page of any theme learns who asks, as {@code consent}. */
final class LoginPages extends FreeMarkerLoginFormsProvider {

    LoginPages(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response createOAuthGrant() {
        setAttribute("consent", ConsentDetails.of(session, client, authenticationSession.getAuthenticatedUser()));
        return super.createOAuthGrant();
    }
}
