package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.authentication.ClientAuthentication;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.call.PostedTo;
import org.workfrontoauth2.keycloak.storage.LastUse;

/**
 * The token endpoint (contract, section 4; RFC 6749, 3.2): reads the request, decides whether it is one of the
 * contract's, lets Keycloak authenticate the application, and responds with what {@link CodeRedemption} or {@link
 * GrantRefresh} returns.
 */
public final class TokenResource extends PostedTo {

    private final KeycloakSession session;

    public TokenResource(KeycloakSession session) {
        super(session, Dialect.WORKFRONT, "POST, OPTIONS");
        this.session = session;
    }

    /**
     * Exchanges a code or a refresh token for a session ID.
     *
     * @return 200 with the five members, or the refusal in the application's dialect: 400, 401, 413 or 415
     */
    @POST
    public Response token(InputStream body) {
        TokenCall call = new TokenCall(session, EventType.CODE_TO_TOKEN, body);
        try {
            TokenRequest request = call.read();
            if (request.asksToRefresh()) {
                call.event().event(EventType.REFRESH_TOKEN);
            }
            TokenAnswer answer = decide(call, request);
            return call.answer(request.asksForScope() ? answer.withScope()::members : answer::members);
        } catch (Refused refused) {
            return call.refuse(refused);
        }
    }

    private TokenAnswer decide(TokenCall call, TokenRequest request) throws Refused {
        ClientCredentials credentials = request.credentials();
        Application application = call.application(credentials);
        TokenRequest.Grant grant = request.grant();
        if (!application.type().hasRedirectUrls()) {
            throw new Refused(Refusal.GRANT_TYPE_OF_OTHER_APPLICATIONS);
        }
        Map<String, String> parameters = request.ofGrant(grant, credentials.clientId());
        ContractRequest.enter(session, parameters);
        EventBuilder event = call.event().detail(Details.GRANT_TYPE, grant.value());
        ClientAuthentication.require(session, credentials, event);
        TokenAnswer answer =
                switch (grant) {
                    case AUTHORIZATION_CODE -> new CodeRedemption(session, application, event).redeem(parameters);
                    case REFRESH_TOKEN -> new GrantRefresh(session, application, event).refresh(parameters);
                };
        new LastUse(session).of(application.client());
        return answer;
    }

    /** The answer to a browser's preflight request, 200 with or without permission. */
    @OPTIONS
    public Response preflight() {
        return new CrossOriginAnswers(session).preflight();
    }
}
