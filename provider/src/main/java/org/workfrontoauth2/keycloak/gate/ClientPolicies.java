package org.workfrontoauth2.keycloak.gate;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUnregisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdateContext;
import org.keycloak.services.clientpolicy.context.DynamicClientViewContext;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.BrokenRule;
import org.workfrontoauth2.keycloak.authorize.AskedScope;
import org.workfrontoauth2.keycloak.authorize.LoginOrigin;

/**
 * Keycloak's client policies, which every endpoint asks, with two ears of ours: dynamic client registration's own tokens
 * are closed for applications (whoever holds one could otherwise read and change the application behind the contract's
 * back; contract, section 8), and a login that begins remembers the host it came through.
 */
final class ClientPolicies extends DefaultClientPolicyManager {

    private final KeycloakSession session;

    ClientPolicies(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        ClientModel client = target(context);
        if (client != null && Application.isMeant(client)) {
            throw StandardEndpoints.refused();
        }
        if (context instanceof ClientSecretRotationContext rotation
                && Application.isMeant(rotation.getTargetClient())) {
            throw new BrokenRule(session, Sentence.CLIENT_SECRET.with());
        }
        if (context instanceof AuthorizationRequestContext request) {
            LoginOrigin.remember(session, request.getAuthenticationSession());
            AskedScope.remember(session, request.getAuthenticationSession());
        }
        super.triggerOnEvent(context);
    }

    private static @Nullable ClientModel target(ClientPolicyContext context) {
        if (context instanceof DynamicClientViewContext view) {
            return view.getTargetClient();
        }
        if (context instanceof DynamicClientUpdateContext update) {
            return update.getTargetClient();
        }
        return context instanceof DynamicClientUnregisterContext unregister ? unregister.getTargetClient() : null;
    }
}
