package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Fault;
import org.workfrontoauth2.contract.RefreshToken;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.call.BodyBytes;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.call.Outcome;
import org.workfrontoauth2.keycloak.call.RequestEvent;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.FirstRead;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.mount.RawBody;
import org.workfrontoauth2.keycloak.session.SessionIds;

/**
 * A request for a session ID: how it is read, and how the response is made (contract, sections 4 and 5). Errors are in
 * the dialect of the application that the request names.
 */
final class TokenCall {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpHeaders headers;
    private final Read read;
    private final Optional<Application> application;

    /** What was sent, or why it cannot be read. */
    private record Read(Optional<TokenRequest> request, Optional<Refused> refused) {

        static Read of(@Nullable String authorization, byte[] body) {
            try {
                return new Read(
                        Optional.of(TokenRequest.read(RawBody.contentType(), authorization, body)), Optional.empty());
            } catch (Refused refused) {
                return new Read(Optional.empty(), Optional.of(refused));
            }
        }
    }

    TokenCall(KeycloakSession session, EventType type, InputStream sent) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = RequestEvent.of(session, type);
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
        byte[] body = BodyBytes.of(sent, TokenRequest.MAX_BYTES);
        this.read = Read.of(authorization(), body);
        Optional<String> clientId = read.request()
                .map(TokenRequest::claimedClient)
                .orElseGet(() -> TokenRequest.claimedClient(RawBody.contentType(), authorization(), body));
        clientId.ifPresent(event::client);
        this.application = clientId.flatMap(this::application);
    }

    private Optional<Application> application(String clientId) {
        Optional<Application> meant = Application.of(realm.getClientByClientId(clientId));
        meant.ifPresent(known -> FirstRead.enter(session, known, read.request().flatMap(this::grant)));
        return meant.filter(known -> known.hasPlace(session));
    }

    /** The grant that the request is about, whether it exists or not. */
    private Optional<UUID> grant(TokenRequest request) {
        return request.refreshToken()
                .flatMap(new SessionIds(session, realm)::openRefreshToken)
                .map(RefreshToken::grant)
                .or(() -> request.code().map(Grants::idOf));
    }

    EventBuilder event() {
        return event;
    }

    /** The request, with everything that can be read. */
    TokenRequest read() throws Refused {
        Encryption.require(session);
        if (read.refused().isPresent()) {
            throw read.refused().get();
        }
        return read.request().orElseThrow();
    }

    /** The application that the request comes from. Other clients are refused before Keycloak sees the request. */
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

    /** 200, and its event. */
    Response answer(Function<Dialect, Map<String, Object>> members) {
        return new CrossOriginAnswers(session)
                .readable(new Outcome(session, event).done(200, members.apply(dialect())), application);
    }

    /** The refusal in the application's dialect, and its event unless Keycloak has recorded one. */
    Response refuse(Refused refused) {
        application.ifPresent(new Endings(session, realm)::of);
        Response.ResponseBuilder answer = new Outcome(session, event).refused(refused, dialect());
        if (refused.refusal().fault() == Fault.CLIENT && ClientCredentials.isBasic(authorization())) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm.getName() + "\"");
        }
        return new CrossOriginAnswers(session).readable(answer, application);
    }
}
