package org.workfrontoauth2.keycloak.theme;

import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.application.Application;

/** Keycloak's pages; the consent page of an application learns, in any theme, who asks: as {@code consent}. */
final class LoginPages extends FreeMarkerLoginFormsProvider {

    LoginPages(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response createOAuthGrant() {
        if (Application.isMeant(client)) {
            setAttribute("consent", ConsentDetails.of(session, client, authenticationSession.getAuthenticatedUser()));
        }
        return super.createOAuthGrant();
    }
}
