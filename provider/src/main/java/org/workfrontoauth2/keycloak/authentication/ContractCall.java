package org.workfrontoauth2.keycloak.authentication;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ClientCredentials;

/**
 * Tells the code inside Keycloak's endpoints that a request came in on a path for applications.
 *
 * @param credentials who the client says it is
 */
public record ContractCall(ClientCredentials credentials) {

    private static final String KEY = ContractCall.class.getName();

    /** Marks the present request. */
    public static void enter(KeycloakSession session, ClientCredentials credentials) {
        session.setAttribute(KEY, new ContractCall(credentials));
    }

    /** The call that the present request is part of; empty on paths where applications do not belong. */
    public static Optional<ContractCall> current(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(KEY, ContractCall.class));
    }
}
