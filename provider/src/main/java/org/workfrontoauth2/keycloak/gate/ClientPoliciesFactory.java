package org.workfrontoauth2.keycloak.gate;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.ClientPolicyManagerFactory;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Replaces Keycloak's own client policies with {@link ClientPolicies}. */
@AutoService(ClientPolicyManagerFactory.class)
public final class ClientPoliciesFactory extends DefaultClientPolicyManagerFactory {

    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new ClientPolicies(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
