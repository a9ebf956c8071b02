package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.ContractCall;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.mount.RawBody;

/**
 * The token endpoint (contract, section 4; RFC 6749, 3.2): reads the request, decides whether it is one of the
 * contract's, lets Keycloak's own endpoint check the grant, and words the answer.
 */
public final class TokenResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpHeaders headers;

    private Optional<Application> application = Optional.empty();

    public TokenResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
        this.event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.CODE_TO_TOKEN);
    }

    /**
     * Exchanges a code or a refresh token for a session ID.
     *
     * @return 200 with the five members, or the refusal in the application's dialect: 400, 401, 413 or 415
     */
    @POST
    public Response token(InputStream body) {
        byte[] bytes = bytes(body);
        application = TokenRequest.claimedClient(RawBody.contentType(), authorization(), bytes)
                .flatMap(clientId -> {
                    event.client(clientId);
                    return Application.find(realm, clientId);
                });
        try {
            return answer(decide(TokenRequest.read(RawBody.contentType(), authorization(), bytes)));
        } catch (Refused refused) {
            return refuse(refused.refusal());
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(TokenRequest.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TokenAnswer decide(TokenRequest request) throws Refused {
        requireHttps();
        ClientCredentials credentials = request.credentials();
        Application known = application.orElseThrow(() -> new Refused(Refusal.UNKNOWN_CLIENT));
        if (!known.type().hasSecret() && credentials.secret().isPresent()) {
            throw new Refused(Refusal.SECRET_OF_SINGLE_PAGE_APPLICATION);
        }
        TokenRequest.Grant grant = request.grant();
        if (grant == TokenRequest.Grant.REFRESH_TOKEN) {
            event.event(EventType.REFRESH_TOKEN);
        }
        if (!known.type().hasRedirectUrls()) {
            throw new Refused(Refusal.GRANT_TYPE_OF_OTHER_APPLICATIONS);
        }
        ContractCall.enter(session, credentials);
        ContractRequest.enter(session, request.ofGrant(grant, credentials.clientId()));
        return exchange(known, request);
    }

    private void requireHttps() throws Refused {
        boolean https = "https"
                .equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw new Refused(Refusal.HTTPS_REQUIRED);
        }
    }

    private TokenAnswer exchange(Application known, TokenRequest request) throws Refused {
        ContractTokenManager tokens = new ContractTokenManager(known);
        try {
            new TokenEndpoint(session, tokens, event).processGrantRequest().close();
            return tokens.answer();
        } catch (RefusedInside refused) {
            spoil(request);
            throw new Refused(refused.refusal());
        } catch (WebApplicationException refused) {
            spoil(request);
            String recorded = event.getEvent().getError();
            throw new Refused(StockRefusals.of(recorded, refused));
        }
    }

    /**
     * A code that an authenticated application presents in vain is spent: Keycloak has forgotten it. Whatever was issued
     * from it, or is being issued from it at this moment, ends (RFC 6749, 4.1.2).
     */
    private void spoil(TokenRequest request) {
        ClientModel authenticated = session.getContext().getClient();
        Optional<String> code = request.parameters().get("code");
        if (authenticated == null || code.isEmpty() || event.getEvent().getType() == EventType.REFRESH_TOKEN) {
            return;
        }
        Grants grants = new Grants(session);
        grants.lock(Grants.idOf(code.get()))
                .filter(grant -> grant.clientId().equals(authenticated.getId()))
                .ifPresent(grants::end);
    }

    private Response answer(TokenAnswer answer) {
        Dialect dialect = dialect();
        return new CrossOriginAnswers(session).readable(Answers.json(200, answer.members(dialect)), application);
    }

    private Response refuse(Refusal refusal) {
        record(refusal);
        Response.ResponseBuilder answer = Answers.json(refusal.status(), dialect().error(refusal));
        if (refusal.status() == 401 && ClientCredentials.isBasic(authorization())) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm.getName() + "\"");
        }
        return new CrossOriginAnswers(session).readable(answer, application);
    }

    /** Keycloak's own refusals are recorded already. */
    private void record(Refusal refusal) {
        if (event.getEvent().getError() == null) {
            event.detail(Details.REASON, refusal.description()).error(refusal.event());
        }
    }

    private Dialect dialect() {
        return application.map(known -> known.settings().dialect()).orElse(Dialect.WORKFRONT);
    }

    private @Nullable String authorization() {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    }

    /** The answer to a browser's preflight request, 200 with or without permission. */
    @OPTIONS
    public Response preflight() {
        return new CrossOriginAnswers(session).preflight();
    }

    /** 405. */
    @GET
    public Response get() {
        return methodNotAllowed();
    }

    /** 405. */
    @PUT
    public Response put() {
        return methodNotAllowed();
    }

    /** 405. */
    @PATCH
    public Response patch() {
        return methodNotAllowed();
    }

    /** 405. */
    @DELETE
    public Response delete() {
        return methodNotAllowed();
    }

    private static Response methodNotAllowed() {
        Refusal refusal = Refusal.METHOD_NOT_ALLOWED;
        return Answers.json(refusal.status(), Dialect.WORKFRONT.error(refusal))
                .header(HttpHeaders.ALLOW, "POST, OPTIONS")
                .build();
    }
}
