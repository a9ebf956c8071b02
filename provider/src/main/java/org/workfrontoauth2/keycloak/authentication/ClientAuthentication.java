package org.workfrontoauth2.keycloak.authentication;

import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.services.cors.Cors;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/**
 * Lets Keycloak authenticate the application that a request comes from: by the realm's flow, with the realm's events
 * (contract, section 4). The error code of Keycloak's event, which is documented, says why Keycloak refuses.
 */
public final class ClientAuthentication {

    private ClientAuthentication() {}

    /** Refuses the request unless these are the credentials of an enabled application. */
    public static void require(KeycloakSession session, ClientCredentials credentials, EventBuilder event)
            throws Refused {
        ContractCall.enter(session, credentials);
        try {
            AuthorizeClientUtil.authorizeClient(session, event, Cors.builder());
        } catch (WebApplicationException refused) {
            throw new Refused(refusal(event.getEvent().getError()));
        }
    }

    private static Refusal refusal(@Nullable String error) {
        if (Errors.CLIENT_NOT_FOUND.equals(error)) {
            return Refusal.UNKNOWN_CLIENT;
        }
        return Errors.CLIENT_DISABLED.equals(error) ? Refusal.DISABLED_CLIENT : Refusal.WRONG_SECRET;
    }
}
