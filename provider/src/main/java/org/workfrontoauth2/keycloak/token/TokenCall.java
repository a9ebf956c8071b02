package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.mount.RawBody;

/**
 * A request for a session ID: how it is read and how it is answered, whichever way it takes in between (contract,
 * sections 4 and 5). Errors are worded in the dialect of the application that the request claims to come from.
 */
final class TokenCall {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpHeaders headers;
    private final byte[] body;
    private final Optional<Application> application;

    TokenCall(KeycloakSession session, EventType type, InputStream body) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = new EventBuilder(realm, session, session.getContext().getConnection()).event(type);
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
        this.body = bytes(body);
        Optional<String> clientId = TokenRequest.claimedClient(RawBody.contentType(), authorization(), this.body);
        clientId.ifPresent(event::client);
        this.application = clientId.flatMap(id -> Application.find(session, realm, id));
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(TokenRequest.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EventBuilder event() {
        return event;
    }

    /** The request, as far as it can be read. */
    TokenRequest read() throws Refused {
        Encryption.require(session);
        return TokenRequest.read(RawBody.contentType(), authorization(), body);
    }

    /** The application that the request comes from; a client that is none is refused before Keycloak sees the request. */
    Application application(ClientCredentials credentials) throws Refused {
        Application known = application.orElseThrow(() -> new Refused(Refusal.UNKNOWN_CLIENT));
        if (!known.type().hasSecret() && credentials.secret().isPresent()) {
            throw new Refused(Refusal.SECRET_OF_SINGLE_PAGE_APPLICATION);
        }
        return known;
    }

    private Dialect dialect() {
        return application.map(known -> known.settings().dialect()).orElse(Dialect.WORKFRONT);
    }

    private @Nullable String authorization() {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    }

    /** 200. */
    Response answer(Function<Dialect, Map<String, Object>> members) {
        return new CrossOriginAnswers(session)
                .readable(Answers.json(session, 200, members.apply(dialect())), application);
    }

    /** The refusal in the application's dialect, and its event unless Keycloak has recorded one. */
    Response refuse(Refused refused) {
        Refusal refusal = refused.refusal();
        application.ifPresent(new Endings(session, realm)::of);
        if (event.getEvent().getError() == null) {
            event.detail(Details.REASON, refused.description()).error(refusal.event());
        }
        Response.ResponseBuilder answer =
                Answers.json(session, refusal.status(), dialect().error(refused));
        if (refusal.status() == 401 && ClientCredentials.isBasic(authorization())) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm.getName() + "\"");
        }
        return new CrossOriginAnswers(session).readable(answer, application);
    }
}
