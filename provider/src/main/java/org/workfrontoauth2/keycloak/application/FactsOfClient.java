package org.workfrontoauth2.keycloak.application;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.ClientFacts;

/** Reads from a Keycloak client what the contract has rules about. */
final class FactsOfClient {

    private FactsOfClient() {}

    static ClientFacts of(ClientModel client) {
        return new ClientFacts(
                client.getClientId(),
                client::getAttribute,
                client.isBearerOnly(),
                client.isPublicClient(),
                Optional.ofNullable(client.getClientAuthenticatorType()),
                client.isImplicitFlowEnabled(),
                client.isServiceAccountsEnabled() || client.isDirectAccessGrantsEnabled(),
                Optional.ofNullable(client.getProtocol()),
                client.isConsentRequired() && client.isDisplayOnConsentScreen(),
                client.getRedirectUris());
    }
}
