package org.workfrontoauth2.keycloak.authentication;

import jakarta.ws.rs.WebApplicationException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.services.cors.Cors;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/**
 * Lets Keycloak authenticate the application that a request comes from: by the realm's flow, with the realm's events
 * (contract, section 4). Keycloak records the event of a refusal.
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
            // An application is refused by our authenticator only. Whoever is none by now is unknown.
            throw Refused.recorded(ApplicationAuthenticator.refusal(session).orElse(Refusal.UNKNOWN_CLIENT));
        }
    }
}
