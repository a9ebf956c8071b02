package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ApiAnswer;
import org.workfrontoauth2.contract.ApiRequest;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.Outcome;
import org.workfrontoauth2.keycloak.call.RequestEvent;
import org.workfrontoauth2.keycloak.grant.Grants;

/**
 * Workfront's logout (contract, section 6). The session ID is read from the header, the query, the form and the Bearer
 * scheme, but not from the cookie, because any page can make a browser send it.
 */
public final class LogoutResource {

    private final KeycloakSession session;
    private final ApiCall call;
    private final EventBuilder event;

    public LogoutResource(KeycloakSession session) {
        this.session = session;
        this.call = new ApiCall(session);
        this.event = RequestEvent.of(session, EventType.LOGOUT);
    }

    /**
     * Ends the grant of the session ID. Its session IDs and its refresh token stop working immediately.
     *
     * @return 200; 401 when the session ID is missing or no longer good; 400 when there are two different ones,
     *     or over plain HTTP where the realm requires HTTPS
     */
    public Response get() {
        try {
            return logOut(call.get());
        } catch (Refused refused) {
            return refuse(refused);
        }
    }

    /**
     * The same, if the form or the query says {@code method=GET}.
     *
     * @return as for GET; 400 when the form cannot be read, 413 when it is larger than 64 KiB, 405 when it does not say so
     */
    public Response post(InputStream body) {
        try {
            return logOut(call.post(body));
        } catch (Refused refused) {
            return refuse(refused);
        }
    }

    private Response logOut(ApiRequest request) throws Refused {
        Optional<SessionIds.Live> live = call.live(request);
        if (live.isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return Answers.json(session, 401, ApiAnswer.notLoggedIn()).build();
        }
        event.client(live.get().application().client()).user(live.get().user());
        Grants grants = new Grants(session);
        grants.lockAgain(live.get().sessionId().grant()).ifPresent(grants::end);
        return new Outcome(session, event).done(200, ApiAnswer.loggedOut()).build();
    }

    private Response refuse(Refused refused) {
        Response.ResponseBuilder answer = new Outcome(session, event).refused(refused, ApiAnswer.WRONG_REQUEST);
        if (refused.refusal() == Refusal.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, "GET");
        }
        return answer.build();
    }
}
