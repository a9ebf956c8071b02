package org.workfrontoauth2.keycloak.theme;

import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.authorize.DeadEnd;
import org.workfrontoauth2.keycloak.authorize.LoginOrigin;

/** Keycloak's pages. The consent page of every theme gets {@code consent}, which describes the application. */
final class LoginPages extends FreeMarkerLoginFormsProvider {

    LoginPages(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response createOAuthGrant() {
        if (!Kind.isOrdinary(client)) {
            if (!LoginOrigin.isOurs(authenticationSession)) {
                return DeadEnd.BEGUN_ELSEWHERE.page(session, client, authenticationSession);
            }
            LoginOrigin.rememberQuestion(authenticationSession);
        }
        setAttribute("consent", ConsentDetails.of(session, client, authenticationSession.getAuthenticatedUser()));
        return super.createOAuthGrant();
    }
}
