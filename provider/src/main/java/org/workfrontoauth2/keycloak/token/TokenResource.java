package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.services.cors.Cors;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.LastUse;
import org.workfrontoauth2.keycloak.call.ContractCall;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.grant.Grants;

/**
 * The token endpoint (contract, section 4; RFC 6749, 3.2): reads the request, decides whether it is one of the
 * contract's, lets Keycloak's own endpoint check the grant, and words the answer.
 */
public final class TokenResource extends PostedTo {

    private final KeycloakSession session;

    public TokenResource(KeycloakSession session) {
        super(session, "POST, OPTIONS");
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
            TokenAnswer answer = decide(call, call.read());
            return call.answer(answer::members);
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
        ContractCall.enter(session, credentials);
        ContractRequest.enter(session, request.ofGrant(grant, credentials.clientId()));
        if (grant == TokenRequest.Grant.AUTHORIZATION_CODE && !isFresh(application, request)) {
            refuseSpentCode(request, call.event());
        }
        TokenAnswer answer = exchange(application, request, call.event());
        new LastUse(session).of(application.client());
        return answer;
    }

    /** Whether this code was handed out to this application and has not been redeemed. */
    private boolean isFresh(Application application, TokenRequest request) {
        return request.parameters()
                .get("code")
                .map(Grants::idOf)
                .flatMap(new Grants(session)::find)
                .filter(grant -> !grant.redeemed())
                .filter(grant -> grant.clientId().equals(application.client().getId()))
                .isPresent();
    }

    /**
     * Keycloak would take the application out of the user's whole login, which other grants began in too, and would burn a
     * code that another application presents.
     */
    private void refuseSpentCode(TokenRequest request, EventBuilder event) throws Refused {
        try {
            AuthorizeClientUtil.authorizeClient(session, event, Cors.builder());
        } catch (WebApplicationException refused) {
            throw new Refused(StockRefusals.of(event.getEvent().getError(), refused));
        }
        spoil(request, event);
        throw new Refused(Refusal.INVALID_CODE);
    }

    private TokenAnswer exchange(Application application, TokenRequest request, EventBuilder event) throws Refused {
        ContractTokenManager tokens = new ContractTokenManager(application);
        try {
            new TokenEndpoint(session, tokens, event).processGrantRequest().close();
            return tokens.answer();
        } catch (RefusedInside refused) {
            spoil(request, event);
            throw new Refused(refused.refusal());
        } catch (WebApplicationException refused) {
            spoil(request, event);
            throw new Refused(StockRefusals.of(event.getEvent().getError(), refused));
        }
    }

    /**
     * A code that an authenticated application presents in vain is spent: Keycloak has forgotten it. Whatever was issued
     * from it, or is being issued from it at this moment, ends (RFC 6749, 4.1.2).
     */
    private void spoil(TokenRequest request, EventBuilder event) {
        ClientModel authenticated = session.getContext().getClient();
        Optional<String> code = request.parameters().get("code");
        if (authenticated == null || code.isEmpty() || event.getEvent().getType() == EventType.REFRESH_TOKEN) {
            return;
        }
        Grants grants = new Grants(session);
        grants.lockAgain(Grants.idOf(code.get()))
                .filter(grant -> grant.clientId().equals(authenticated.getId()))
                .ifPresent(grants::end);
    }

    /** The answer to a browser's preflight request, 200 with or without permission. */
    @OPTIONS
    public Response preflight() {
        return new CrossOriginAnswers(session).preflight();
    }
}
