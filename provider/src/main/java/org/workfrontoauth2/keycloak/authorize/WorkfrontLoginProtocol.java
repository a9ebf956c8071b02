package org.workfrontoauth2.keycloak.authorize;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.AuthorizeRequest;
import org.workfrontoauth2.contract.LoginTicket;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.grant.GrantEnds;
import org.workfrontoauth2.keycloak.grant.GrantLogins;
import org.workfrontoauth2.keycloak.grant.Logouts;

/**
 * Keycloak's OpenID Connect, with the contract's parameters on redirects to applications (contract, section 3), and
 * handling of logouts (section 6). For clients that are not applications, it does what Keycloak does.
 */
public final class WorkfrontLoginProtocol extends OIDCLoginProtocol {

    private static final String ADMINISTRATION = "/admin/";

    public WorkfrontLoginProtocol(OIDCProviderConfig config) {
        super(config);
    }

    /** What is left of a login that is already forgotten. */
    private @Nullable Forgotten forgotten;

    /**
     * @param redirectUri where its answer goes
     * @param answer what is added there
     */
    private record Forgotten(String redirectUri, AuthorizationAnswer answer) {}

    /** Every code is handed out here: whatever page began the login, and whichever way it took. */
    @Override
    public Response authenticated(
            AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext clientSession) {
        LoginOrigin.keepRedirectUrl(login);
        Optional<DeadEnd> deadEnd = deadEnd(login, userSession.getUser());
        return deadEnd.isPresent()
                ? deadEnd.get().page(session, login.getClient(), login)
                : super.authenticated(login, userSession, clientSession);
    }

    private Optional<DeadEnd> deadEnd(AuthenticationSessionModel login, UserModel user) {
        if (Kind.isOrdinary(login.getClient())) {
            return LoginOrigin.isOurs(login) ? Optional.of(DeadEnd.NO_APPLICATION) : Optional.empty();
        }
        if (!LoginOrigin.isOurs(login)) {
            return Optional.of(DeadEnd.BEGUN_ELSEWHERE);
        }
        Optional<Application> application = Application.of(login.getClient());
        if (application.isEmpty()) {
            return Optional.of(DeadEnd.NO_APPLICATION);
        }
        boolean unasked = AuthorizeRequest.asksEveryTime(application.get().type(), login.getRedirectUri())
                && !LoginOrigin.hasAsked(login);
        if (unasked) {
            return Optional.of(DeadEnd.NOT_ASKED);
        }
        boolean loggedOut = new Logouts(session, login.getRealm())
                .countsFrom(login.getClient(), user, LoginOrigin.begunAt(login))
                .isEmpty();
        return loggedOut ? Optional.of(DeadEnd.LOGGED_OUT) : Optional.empty();
    }

    @Override
    public Response sendError(AuthenticationSessionModel login, Error error, @Nullable String message) {
        LoginOrigin.keepRedirectUrl(login);
        return super.sendError(login, error, message);
    }

    @Override
    public ClientData getClientData(AuthenticationSessionModel login) {
        ClientData data = super.getClientData(login);
        LoginOrigin.ticket(login).map(LoginTicket::text).ifPresent(data::setState);
        return data;
    }

    /** A form was sent twice: all that is known of its login is what the page carried along. */
    @Override
    public Response sendError(ClientModel client, ClientData login, Error error) {
        if (Kind.isOrdinary(client)) {
            return super.sendError(client, login, error);
        }
        Optional<AuthorizationAnswer> answer =
                LoginTicket.read(login.getState()).flatMap(ticket -> LoginOrigin.answer(session, ticket));
        if (answer.isEmpty()) {
            return DeadEnd.BEGUN_ELSEWHERE.page(session, client, null);
        }
        forgotten = new Forgotten(login.getRedirectUri(), answer.get());
        ClientData asSent = new ClientData(
                login.getRedirectUri(),
                login.getResponseType(),
                login.getResponseMode(),
                answer.get().state().orElse(null));
        return super.sendError(client, asSent, error);
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
        if (Kind.isOrdinary(client)) {
            return LoginOrigin.isOurs(login) ? DeadEnd.NO_APPLICATION.page(session, client, login) : response;
        }
        Optional<AuthorizationAnswer> answer =
                login == null ? Optional.ofNullable(forgotten).map(Forgotten::answer) : LoginOrigin.answer(login);
        String redirectUri = login == null ? forgottenRedirectUri() : login.getRedirectUri();
        if (answer.isEmpty() || redirectUri == null) {
            return DeadEnd.BEGUN_ELSEWHERE.page(session, client, login);
        }
        // No answer goes out the way Keycloak has changed it.
        if (!isOfApplication(client, redirectUri)
                || !AuthorizationAnswer.leadsTo(response.getLocation().toString(), redirectUri)) {
            return DeadEnd.REDIRECT_URL_REMOVED.page(session, client, login);
        }
        return new HandedOutCode(session).complete(response, redirectUri, client, answer.get(), login);
    }

    private @Nullable String forgottenRedirectUri() {
        return forgotten == null ? null : forgotten.redirectUri();
    }

    private static boolean isOfApplication(ClientModel client, String redirectUri) {
        return Application.of(client)
                .filter(application -> application.redirectUrls().include(redirectUri))
                .isPresent();
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
        // Also while the contract is switched off: what has ended stays ended.
        if (session.getContext().getUri().getPath().startsWith(ADMINISTRATION)) {
            new GrantEnds(session).endOfLogin(login.getRealm().getId(), login.getId());
        } else {
            new GrantLogins(session).loginEnded(login.getRealm().getId(), login.getId());
        }
    }
}
