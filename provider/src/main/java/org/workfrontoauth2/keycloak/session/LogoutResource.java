package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApiAnswer;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.SessionIdCarrier;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.grant.Grants;

/**
 * Workfront's logout (contract, section 6). The session ID is read from the header, the query and the Bearer scheme, but
 * not from the cookie: any page could make a browser send that.
 */
public final class LogoutResource {

    private static final String SESSION_ID = "sessionID";

    private final KeycloakSession session;
    private final RealmModel realm;

    public LogoutResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Ends the grant of the session ID: its session IDs and its refresh token are dead at once.
     *
     * @return 200; 401 when the session ID is missing or no longer good; 400 when there are two different ones
     */
    @GET
    @Path("api/v{version: [0-9]{1,3}}.0/logout")
    public Response logout() {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.LOGOUT);
        try {
            Optional<SessionIds.Live> live = sessionId().flatMap(text -> new SessionIds(session, realm).live(text));
            if (live.isEmpty()) {
                event.error(Errors.INVALID_TOKEN);
                return Answers.json(session, 401, ApiAnswer.notLoggedIn()).build();
            }
            event.client(live.get().application().client()).user(live.get().user());
            Grants grants = new Grants(session);
            grants.lockAgain(live.get().sessionId().grant()).ifPresent(grants::end);
            event.success();
            return Answers.json(session, 200, ApiAnswer.loggedOut()).build();
        } catch (Refused refused) {
            event.detail(Details.REASON, refused.refusal().description()).error(Errors.INVALID_REQUEST);
            return Answers.json(session, 400, ApiAnswer.twoSessionIds()).build();
        }
    }

    /** 405: a logout is a GET. */
    @POST
    @Path("api/v{version: [0-9]{1,3}}.0/logout")
    public Response post() {
        return Answers.json(session, 405, ApiAnswer.methodNotAllowed())
                .header(HttpHeaders.ALLOW, "GET")
                .build();
    }

    private Optional<String> sessionId() throws Refused {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        List<String> inQuery = session.getContext().getHttpRequest().getUri().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().equals(SESSION_ID))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .toList();
        List<String> inHeaders = headers.getRequestHeader(SESSION_ID);
        return SessionIdCarrier.read(
                inHeaders == null ? List.of() : inHeaders, headers.getHeaderString(HttpHeaders.AUTHORIZATION), inQuery);
    }
}
