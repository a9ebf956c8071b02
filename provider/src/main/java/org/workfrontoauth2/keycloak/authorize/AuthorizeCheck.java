package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Kind;

/**
 * Runs inside Keycloak's authorization endpoint, after the client and its redirect URL have been checked: refuses
 * applications on the standard path, and refuses what the contract refuses.
 */
final class AuthorizeCheck implements AuthorizationEndpointCheckProvider {

    private final KeycloakSession session;

    AuthorizeCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker request) throws AuthorizationCheckException {
        ClientModel client = request.getClient();
        if (Kind.isOrdinary(client)) {
            return;
        }
        Optional<AuthorizeCall> call = AuthorizeCall.current(session);
        Optional<Refusal> refusal = call.map(AuthorizeCall::refusal).orElse(Optional.of(Refusal.STANDARD_ENDPOINT));
        if (refusal.isPresent()) {
            throw refuse(request, refusal.get());
        }
    }

    private static AuthorizationCheckException refuse(AuthorizationEndpointChecker request, Refusal refusal) {
        request.getEventBuilder().detail(Details.REASON, refusal.description()).error(refusal.event());
        return new AuthorizationCheckException(Response.Status.BAD_REQUEST, refusal.error(), refusal.description());
    }

    @Override
    public void close() {}
}
