package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.endpoints.TokenRevocationEndpoint;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.authentication.ClientAuthentication;
import org.workfrontoauth2.keycloak.call.CrossOriginAnswers;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.call.Outcome;

/**
 * The realm's revocation endpoint (RFC 7009), which ends grants of applications when one of their session IDs or
 * refresh tokens is revoked (contract, sections 6 and 8). Keycloak handles requests of other clients.
 */
public final class RevocationResource extends TokenRevocationEndpoint {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;
    private final HttpRequest request;

    public RevocationResource(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = event;
        this.request = session.getContext().getHttpRequest();
    }

    /**
     * Ends the grant.
     *
     * @return 200, also for unknown tokens; 400 or 401 as in RFC 6749, 5.2, whatever the application's dialect
     */
    @Override
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke() {
        String authorization = request.getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        Parameters parameters = SentForm.read(request);
        Optional<Application> application = Optional.empty();
        try {
            ClientCredentials credentials = ClientCredentials.read(authorization, parameters);
            application = Application.find(session, realm, credentials.clientId());
            if (application.isEmpty()) {
                return super.revoke();
            }
            event.event(EventType.REVOKE_GRANT).client(credentials.clientId());
            end(parameters, credentials, application.get());
            event.success();
            session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
            return new CrossOriginAnswers(session).readable(Response.ok(), application);
        } catch (Refused refused) {
            return application.isEmpty() ? super.revoke() : refuse(refused, application);
        }
    }

    private void end(Parameters parameters, ClientCredentials credentials, Application application) throws Refused {
        Encryption.require(session);
        if (!parameters.repeated().isEmpty()) {
            throw new Refused(Refusal.REPEATED_PARAMETER);
        }
        ClientAuthentication.require(session, credentials, event);
        String token = parameters.get("token").orElseThrow(() -> new Refused(Refusal.MISSING_TOKEN));
        new RevokedTokens(session, event).end(Set.of(token), application);
    }

    /**
     * Keycloak's answer to a preflight request, which allows credentials; the contract's where only an application can be
     * meant (contract, section 7).
     */
    @Override
    @OPTIONS
    public Response preflight() {
        CrossOriginAnswers answers = new CrossOriginAnswers(session);
        return answers.mayBeApplications() ? answers.preflight() : super.preflight();
    }

    private Response refuse(Refused refused, Optional<Application> application) {
        return new CrossOriginAnswers(session)
                .readable(new Outcome(session, event).refused(refused, Dialect.OAUTH), application);
    }
}
