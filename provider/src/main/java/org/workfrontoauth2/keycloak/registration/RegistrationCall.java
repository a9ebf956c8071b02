package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Fault;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.registration.BearerToken;
import org.workfrontoauth2.contract.registration.DeviceInfo;
import org.workfrontoauth2.contract.registration.RegisterRequest;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.keycloak.call.BodyBytes;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.call.Outcome;
import org.workfrontoauth2.keycloak.call.RequestEvent;

/** A request to one of the paths of registration: its event, and the one place where refusals become answers. */
final class RegistrationCall {

    private static final String DEVICE = "X-Device-Info";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpHeaders headers;

    RegistrationCall(KeycloakSession session, EventType type) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = RequestEvent.of(session, type);
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
    }

    /** The work of one request. */
    interface Work {
        Response answer() throws Refused;
    }

    /** Does the work, once it is known that the request came in as the realm wants it. */
    Response answer(Work work) {
        try {
            Encryption.require(session);
            return work.answer();
        } catch (Refused refused) {
            return refuse(refused);
        }
    }

    EventBuilder event() {
        return event;
    }

    RealmModel realm() {
        return realm;
    }

    /** As much of the body as is needed to see that it is too large. */
    byte[] bytes(InputStream body) {
        return BodyBytes.of(body, RegisterRequest.MAX_BYTES);
    }

    @Nullable
    String authorization() {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    }

    /** What the client tells about its device. */
    DeviceInfo device() throws Refused {
        return DeviceInfo.read(headers.getHeaderString(DEVICE), headers.getHeaderString(HttpHeaders.USER_AGENT));
    }

    /** The access token in the header, good now; its client is that of the event. */
    ClientTokens.Live bearer() throws Refused {
        String text = BearerToken.require(authorization());
        ClientTokens tokens = new ClientTokens(session, realm);
        tokens.open(text).ifPresent(token -> event.client(token.client().toString()));
        ClientTokens.Live live = tokens.live(text);
        event.detail("software_id", live.found().application().id());
        return live;
    }

    /** It was done, and this is the answer. */
    Response done(int status, Map<String, Object> members) {
        return new Outcome(session, event).done(status, members).build();
    }

    private Response refuse(Refused refused) {
        Response.ResponseBuilder answer =
                new Outcome(session, event).refused(refused, RegistrationDialect.REGISTRATION);
        if (refused.refusal().fault() == Fault.TOKEN) {
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    refused.refusal() == RegistrationRefusal.MISSING_TOKEN
                            ? "Bearer"
                            : "Bearer error=\"invalid_token\"");
        }
        return answer.build();
    }
}
