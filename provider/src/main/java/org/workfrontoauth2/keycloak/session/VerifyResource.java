package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.EventType;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApiAnswer;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.gateway.GatewayRefusal;
import org.workfrontoauth2.contract.gateway.GatewayRequest;
import org.workfrontoauth2.contract.gateway.VerifiedSession;
import org.workfrontoauth2.contract.gateway.VerifySettings;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.mount.SessionQueries;
import org.workfrontoauth2.keycloak.mount.VerifiedSessions;

/**
 * Tells a gateway whether the session ID of a request is valid, and who it belongs to (contract, section 6). Some
 * gateways ask with the original method, so every method is accepted.
 */
public final class VerifyResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    public VerifyResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Whether the session ID is good.
     *
     * @return 204 with whose it is, or 200 where the original path stands behind this one; 401 when there is none or it is no longer good; 400 when there are two different ones, or
     *     over plain HTTP where the realm requires HTTPS; 403 when the caller may not ask
     */
    @GET
    public Response get() {
        return verify();
    }

    /** The same. */
    @HEAD
    public Response head() {
        return verify();
    }

    /** The same. */
    @OPTIONS
    public Response options() {
        return verify();
    }

    /** The same. */
    @POST
    public Response post() {
        return verify();
    }

    /** The same. */
    @PUT
    public Response put() {
        return verify();
    }

    /** The same. */
    @PATCH
    public Response patch() {
        return verify();
    }

    /** The same. */
    @DELETE
    public Response delete() {
        return verify();
    }

    private Response verify() {
        GatewayRequest request = SessionQueries.current();
        VerifySettings settings = VerifySettings.read(realm::getAttribute);
        try {
            Encryption.require(session);
            if (!settings.askers().include(request.asker())) {
                throw new Refused(GatewayRefusal.MAY_NOT_ASK);
            }
            return request.sessionId(settings.queryCounts())
                    .flatMap(text -> verified(text, settings))
                    .map(verified -> good(verified, request.statusOfGood()))
                    .orElseGet(() -> notLoggedIn(request));
        } catch (Refused refused) {
            return new SeldomRecorded(session, EventType.INTROSPECT_TOKEN)
                    .refused(refused, ApiAnswer.WRONG_REQUEST)
                    .build();
        }
    }

    private Optional<VerifiedSession> verified(String sessionId, VerifySettings settings) {
        long before = SessionQueries.stateBefore();
        return new SessionIds(session, realm).live(sessionId).map(live -> {
            VerifiedSession verified = Users.verified(session, realm, live);
            VerifiedSessions.remember(
                    before, session, settings, sessionId, live.grant().id(), verified, live.expiresAt());
            return verified;
        });
    }

    private Response good(VerifiedSession verified, int status) {
        session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
        Response.ResponseBuilder answer = Answers.empty(session).status(status);
        verified.headers().forEach(answer::header);
        return answer.build();
    }

    private Response notLoggedIn(GatewayRequest request) {
        Response.ResponseBuilder answer = Answers.json(session, 401, ApiAnswer.notLoggedIn());
        if (request.hasBearer()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }
}
