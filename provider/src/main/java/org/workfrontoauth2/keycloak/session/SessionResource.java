package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ApiAnswer;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.gateway.VerifiedSession;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.grant.Grants;

/**
 * Says who a session ID belongs to, for whoever has it (contract, section 6). A GET also reads the cookie, because it
 * changes nothing, and pages of other origins cannot read the response.
 */
public final class SessionResource {

    private final KeycloakSession session;
    private final ApiCall call;

    public SessionResource(KeycloakSession session) {
        this.session = session;
        this.call = new ApiCall(session);
    }

    /**
     * Whose session ID it is.
     *
     * @return 200; 401 when the session ID is missing or no longer good; 400 when there are two different ones,
     *     or over plain HTTP where the realm requires HTTPS
     */
    public Response get() {
        try {
            return answer(call.liveWithCookie(call.get()));
        } catch (Refused refused) {
            return refuse(refused);
        }
    }

    /**
     * The same without the cookie, if the form or the query says {@code method=GET}.
     *
     * @return as for GET; 400 when the form cannot be read, 413 when it is larger than 64 KiB, 405 when it does not say so
     */
    public Response post(InputStream body) {
        try {
            return answer(call.live(call.post(body)));
        } catch (Refused refused) {
            return refuse(refused);
        }
    }

    private Response answer(Optional<SessionIds.Live> found) {
        if (found.isEmpty()) {
            return own(Answers.json(session, 401, ApiAnswer.notLoggedIn()));
        }
        SessionIds.Live live = found.get();
        VerifiedSession verified = Users.verified(session, session.getContext().getRealm(), live);
        return own(Answers.json(session, 200, verified.data(Duration.between(Grants.now(), live.expiresAt()))));
    }

    private Response refuse(Refused refused) {
        Response.ResponseBuilder answer =
                new SeldomRecorded(session, EventType.INTROSPECT_TOKEN).refused(refused, ApiAnswer.WRONG_REQUEST);
        if (refused.refusal() == Refusal.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, "GET");
        }
        return own(answer);
    }

    /** Of no use to pages of other origins, whichever way they come by it (Fetch, 3.7). */
    private static Response own(Response.ResponseBuilder answer) {
        return answer.header("Cross-Origin-Resource-Policy", "same-origin").build();
    }
}
