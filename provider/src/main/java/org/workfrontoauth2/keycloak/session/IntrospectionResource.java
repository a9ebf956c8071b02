package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.NoCache;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.endpoints.TokenIntrospectionEndpoint;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.authentication.ContractCall;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.Outcome;

/**
 * The realm's introspection endpoint (RFC 7662), which also accepts applications with their own secrets. They can ask
 * about their own tokens (contract, section 8). Keycloak handles requests of other clients.
 */
public final class IntrospectionResource extends TokenIntrospectionEndpoint {

    private static final String TOKEN = PARAM_TOKEN;
    private static final String HINT = PARAM_TOKEN_TYPE_HINT;

    /** Others lead to providers that know nothing of applications; as an unknown hint, they may be ignored. */
    private static final Set<String> HINTS = Set.of("access_token", "refresh_token");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpRequest request;

    public IntrospectionResource(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = event;
        this.request = session.getContext().getHttpRequest();
    }

    /**
     * What a token is worth.
     *
     * @return 200, with {@code active: false} for tokens that are not the application's; 400, 401 or 403 as in RFC 6749,
     *     5.2, whatever the application's dialect
     */
    @Override
    @POST
    @NoCache
    @Produces({MediaType.APPLICATION_JSON, org.keycloak.utils.MediaType.APPLICATION_JWT})
    public Response introspect() {
        String authorization = request.getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        Parameters parameters = SentForm.read(request);
        Optional<Application> application = Optional.empty();
        try {
            ClientCredentials credentials = ClientCredentials.read(authorization, parameters);
            application = Application.find(session, realm, credentials.clientId());
            return application.isEmpty() ? super.introspect() : ask(credentials, parameters);
        } catch (Refused refused) {
            return application.isEmpty() ? super.introspect() : refuse(application.get(), refused);
        }
    }

    private Response ask(ClientCredentials credentials, Parameters sent) throws Refused {
        if (!sent.repeated().isEmpty()) {
            throw new Refused(Refusal.REPEATED_PARAMETER);
        }
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("client_id", credentials.clientId());
        sent.get(TOKEN).ifPresent(token -> kept.put(TOKEN, token));
        sent.get(HINT).filter(HINTS::contains).ifPresent(hint -> kept.put(HINT, hint));
        ContractCall.enter(session, credentials);
        ContractRequest.enter(session, kept);
        return new TokenIntrospectionEndpoint(session, event).introspect();
    }

    private Response refuse(Application application, Refused refused) {
        event.event(EventType.INTROSPECT_TOKEN).client(application.client());
        return new Outcome(session, event).refused(refused, Dialect.OAUTH).build();
    }
}
