package org.workfrontoauth2.keycloak.gate;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.ErrorResponseException;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.authentication.ApplicationAuthenticator;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.session.RevocationResource;
import org.workfrontoauth2.keycloak.session.SessionIds;

/**
 * Keycloak's standard endpoints without applications (contract, section 8): otherwise they would issue readable tokens
 * without the contract's policies. {@link ApplicationAuthenticator} refuses applications that authenticate. This class
 * refuses the others.
 */
public final class StandardEndpoints extends OIDCLoginProtocolService {

    private final KeycloakSession session;
    private final EventBuilder event;

    public StandardEndpoints(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.event = event;
    }

    @Override
    @Path("auth")
    public Object auth() {
        return new StandardAuthorization(session, event);
    }

    @Override
    @Path("token")
    public Object token() {
        return new StandardToken(session, new NoApplications(), event);
    }

    @Override
    @Path("userinfo")
    public Object issueUserInfo() {
        String authorization =
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            String token = authorization.substring("bearer ".length()).strip();
            RealmModel realm = session.getContext().getRealm();
            if (ServedRealms.include(realm)
                    && new SessionIds(session, realm).open(token).isPresent()) {
                throw refused();
            }
        }
        return super.issueUserInfo();
    }

    /** Revocation is for applications too. */
    @Override
    @Path("revoke")
    public Object revoke() {
        return new RevocationResource(session, event);
    }

    static ErrorResponseException refused() {
        Refusal refusal = Refusal.STANDARD_ENDPOINT;
        return new ErrorResponseException(refusal.error(), refusal.description(), Response.Status.BAD_REQUEST);
    }

    /** Makes no token for an application, by whatever grant and however it authenticated. */
    private static final class NoApplications extends TokenManager {

        @Override
        public AccessToken createClientAccessToken(
                KeycloakSession session,
                RealmModel realm,
                ClientModel client,
                UserModel user,
                UserSessionModel userSession,
                ClientSessionContext clientSession,
                boolean offline) {
            if (!Kind.isOrdinary(client)) {
                throw refused();
            }
            return super.createClientAccessToken(session, realm, client, user, userSession, clientSession, offline);
        }
    }
}
