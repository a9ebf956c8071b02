package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.DynamicClientUnregisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdateContext;
import org.keycloak.services.clientpolicy.context.DynamicClientViewContext;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Application;

/**
 * Closes dynamic client registration's own tokens for applications: whoever holds one could otherwise read and change the
 * application behind the contract's back (contract, section 8).
 */
final class RegistrationTokenGate extends DefaultClientPolicyManager {

    RegistrationTokenGate(KeycloakSession session) {
        super(session);
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        ClientModel client = target(context);
        if (client != null && Application.isMeant(client)) {
            Refusal refusal = Refusal.STANDARD_ENDPOINT;
            throw new ErrorResponseException(refusal.error(), refusal.description(), Response.Status.BAD_REQUEST);
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
