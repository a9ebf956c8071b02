package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.Grants;

/**
 * Keycloak's OpenID Connect, with the contract's parameters on redirects to applications (contract, section 3), and with
 * an ear for logouts (section 6). Clients that are not applications get what Keycloak gives them.
 */
public final class WorkfrontLoginProtocol extends OIDCLoginProtocol {

    private static final String ADMINISTRATION = "/admin/";

    public WorkfrontLoginProtocol(OIDCProviderConfig config) {
        super(config);
    }

    /** The redirect URL of a login that is already forgotten. */
    private @Nullable String forgotten;

    @Override
    public Response sendError(ClientModel client, ClientData login, Error error) {
        forgotten = login.getRedirectUri();
        return super.sendError(client, login, error);
    }

    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder builder,
            AuthenticationSessionModel login,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        return complete(super.buildRedirectUri(builder, login, userSession, clientSession), login);
    }

    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder builder,
            @Nullable AuthenticationSessionModel login,
            @Nullable UserSessionModel userSession,
            @Nullable ClientSessionContext clientSession,
            @Nullable Exception cause,
            @Nullable Error error) {
        return complete(super.buildRedirectUri(builder, login, userSession, clientSession, cause, error), login);
    }

    private Response complete(Response response, @Nullable AuthenticationSessionModel login) {
        ClientModel client = login == null ? session.getContext().getClient() : login.getClient();
        if (response.getLocation() == null) {
            return response;
        }
        if (!Application.isMeant(client)) {
            // What the user was asked is nothing to an ordinary client, which it has become in the meantime.
            return LoginOrigin.isOurs(login)
                    ? page(client, login, Errors.CLIENT_NOT_FOUND, Messages.CLIENT_NOT_FOUND)
                    : response;
        }
        AuthorizationAnswer answer = AuthorizeCall.answer(session, login);
        String redirectUri = login == null ? forgotten : login.getRedirectUri();
        if (redirectUri == null) {
            return response;
        }
        // It may have been removed while the user was asked.
        if (!client.getRedirectUris().contains(redirectUri)) {
            return page(
                    client,
                    login,
                    Errors.INVALID_REDIRECT_URI,
                    Messages.INVALID_PARAMETER,
                    OAuth2Constants.REDIRECT_URI);
        }
        return new HandedOutCode(session).complete(response, redirectUri, client, answer, login);
    }

    /** Whoever has logged in was recorded already; that it led nowhere, is recorded here. */
    private Response page(
            ClientModel client,
            @Nullable AuthenticationSessionModel login,
            String error,
            String message,
            Object... parameters) {
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(client)
                .detail(Details.REASON, message);
        if (login != null && login.getAuthenticatedUser() != null) {
            event.user(login.getAuthenticatedUser());
        }
        event.error(error);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message, parameters);
    }

    @Override
    public Response backchannelLogout(UserSessionModel login, AuthenticatedClientSessionModel clientSession) {
        endedIfWhole(login);
        return super.backchannelLogout(login, clientSession);
    }

    @Override
    public Response frontchannelLogout(UserSessionModel login, AuthenticatedClientSessionModel clientSession) {
        endedIfWhole(login);
        return super.frontchannelLogout(login, clientSession);
    }

    @Override
    public Response finishBrowserLogout(UserSessionModel login, AuthenticationSessionModel logout) {
        ended(login);
        return super.finishBrowserLogout(login, logout);
    }

    /** Keycloak also tells a single client, when its consent is withdrawn; then the login itself goes on. */
    private void endedIfWhole(UserSessionModel login) {
        if (login.getState() == UserSessionModel.State.LOGGING_OUT
                || login.getState() == UserSessionModel.State.LOGGED_OUT) {
            ended(login);
        }
    }

    private void ended(UserSessionModel login) {
        if (!Application.servedIn(login.getRealm())) {
            return;
        }
        Grants grants = new Grants(session);
        if (session.getContext().getUri().getPath().startsWith(ADMINISTRATION)) {
            grants.endOfLogin(login.getId());
        } else {
            grants.loginEnded(login.getId());
        }
    }
}
