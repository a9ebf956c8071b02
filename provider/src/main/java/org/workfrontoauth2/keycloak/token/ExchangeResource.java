package org.workfrontoauth2.keycloak.token;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.ClientCredentials;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.JwtAssertion;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.authentication.ClientAuthentication;
import org.workfrontoauth2.keycloak.call.ContractRequest;
import org.workfrontoauth2.keycloak.call.PostedTo;
import org.workfrontoauth2.keycloak.grant.FirstRead;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Logouts;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.SessionIds;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.LastUse;

/**
 * The JWT exchange of machine to machine applications (contract, section 5). The user is not asked, because the
 * administrator who added the key has decided.
 */
public final class ExchangeResource extends PostedTo {

    private final KeycloakSession session;
    private final RealmModel realm;

    public ExchangeResource(KeycloakSession session) {
        super(session, Dialect.WORKFRONT, "POST");
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Exchanges a signed JWT for a session ID.
     *
     * @return 200 without a refresh token, or the refusal in the application's dialect: 400, 401, 413 or 415. What is wrong
     *     with the JWT is told only to a client that authenticated
     */
    @POST
    public Response exchange(InputStream body) {
        TokenCall call = new TokenCall(session, EventType.OAUTH2_EXTENSION_GRANT, body);
        call.event().detail(Details.GRANT_TYPE, "jwt/exchange");
        try {
            TokenRequest request = call.read();
            TokenAnswer answer = decide(call, request);
            return call.answer(
                    request.asksForScope() ? answer.withScope()::membersOfExchange : answer::membersOfExchange);
        } catch (Refused refused) {
            return call.refuse(refused);
        }
    }

    private TokenAnswer decide(TokenCall call, TokenRequest request) throws Refused {
        ClientCredentials credentials = request.credentials();
        Application application = call.application(credentials);
        if (application.type() != ApplicationType.MACHINE_TO_MACHINE) {
            throw new Refused(Refusal.EXCHANGE_OF_OTHER_APPLICATIONS);
        }
        ContractRequest.enter(session, Map.of("client_id", credentials.clientId()));
        ClientAuthentication.require(session, credentials, call.event());
        JwtAssertion jwt = JwtAssertion.read(request.jwt());
        Instant now = Grants.now();
        Assertions assertions = new Assertions(session, realm, application);
        UserModel user = assertions.accept(jwt, now);
        call.event().user(user);
        GrantEntity grant = grant(application, user, assertions, jwt, now);
        new LastUse(session).of(application.client());
        return new SessionIds(session, realm).issue(grant, application, user, now);
    }

    /**
     * The grant that exchanges of this application for this user share, so that ten thousand of them leave one row, on
     * whatever hosts. Where two began at once, the older one is used, and the other is forgotten when it has been idle.
     */
    private GrantEntity grant(
            Application application, UserModel user, Assertions assertions, JwtAssertion jwt, Instant now)
            throws Refused {
        Grants grants = new Grants(session);
        Optional<GrantEntity> standing = FirstRead.of(session, application.client()).machineGrants().stream()
                .filter(grant -> grant.userId().equals(user.getId()))
                .findFirst();
        if (standing.isPresent()) {
            grants.useOfMachine(standing.get(), now);
            return standing.get();
        }
        // Who deletes the key at this moment ends the grants there are: it waits until this one is there.
        assertions.holdKeyOf(jwt, user);
        Instant from = new Logouts(session, realm)
                .countsFrom(application.client(), user, Grants.now())
                .orElseGet(Grants::now);
        return grants.beginMachine(
                realm,
                application.client().getId(),
                user.getId(),
                Mount.of(session).organisation(),
                from);
    }
}
