package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.authentication.ClientAuthentication;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.call.PostedTo;
import org.workfrontoauth2.keycloak.session.RevokedTokens;

/** Revocation as Workfront's own clients request it (contract, section 4, Revoke; RFC 7009). */
public final class RevokeResource extends PostedTo {

    private final KeycloakSession session;

    public RevokeResource(KeycloakSession session) {
        super(session, Dialect.WORKFRONT, "POST, OPTIONS");
        this.session = session;
    }

    /**
     * Ends the grant of a session ID or a refresh token.
     *
     * @return 200 with an empty JSON object, also for unknown and dead tokens; or the refusal in the application's dialect:
     *     400, 401, 413 or 415
     */
    @POST
    public Response revoke(InputStream body) {
        TokenCall call = new TokenCall(session, EventType.REVOKE_GRANT, body);
        try {
            TokenRequest request = call.read();
            ClientCredentials credentials = request.credentials();
            Application application = call.application(credentials);
            ContractRequest.enter(session, Map.of("client_id", credentials.clientId()));
            ClientAuthentication.require(session, credentials, call.event());
            new RevokedTokens(session, call.event()).end(request.revoked(), application);
            return call.answer(dialect -> Map.of());
        } catch (Refused refused) {
            return call.refuse(refused);
        }
    }

    /** The answer to a browser's preflight request, 200 with or without permission. */
    @OPTIONS
    public Response preflight() {
        return new CrossOriginAnswers(session).preflight();
    }
}
