package org.workfrontoauth2.keycloak.gate;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.ClientPolicyManagerFactory;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Puts {@link RegistrationTokenGate} in front of Keycloak's client policies. */
@AutoService(ClientPolicyManagerFactory.class)
public final class RegistrationTokenGateFactory extends DefaultClientPolicyManagerFactory {

    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new RegistrationTokenGate(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
