package org.workfrontoauth2.keycloak.token;

import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.keycloak.application.Application;

/**
 * Stands where Keycloak's own grants make their tokens, and makes session IDs instead. The grants' checks stay Keycloak's.
 * One per request.
 */
final class ContractTokenManager extends TokenManager {

    private final Application application;
    private @Nullable TokenAnswer answer;

    ContractTokenManager(Application application) {
        this.application = application;
    }

    /** What was issued. */
    TokenAnswer answer() {
        if (answer == null) {
            throw new IllegalStateException("Keycloak's grant ended without asking for tokens");
        }
        return answer;
    }

    void issued(TokenAnswer issued) {
        this.answer = issued;
    }

    /** No mappers, no signature: only the frame that Keycloak's grants want to hold. */
    @Override
    public AccessToken createClientAccessToken(
            KeycloakSession session,
            RealmModel realm,
            ClientModel client,
            UserModel user,
            UserSessionModel userSession,
            ClientSessionContext clientSession,
            boolean offline) {
        return initToken(session, realm, client, user, userSession, clientSession, offline);
    }

    @Override
    public AccessTokenResponseBuilder responseBuilder(
            RealmModel realm,
            ClientModel client,
            EventBuilder event,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        return new CodeRedemption(realm, application, event, session, userSession, clientSession, this);
    }

    /** The token itself is opened by {@link GrantRefresh}; this only lets it through to there. */
    @Override
    public RefreshToken verifyRefreshToken(
            KeycloakSession session,
            RealmModel realm,
            ClientModel client,
            HttpRequest request,
            String encoded,
            boolean checkExpiration) {
        RefreshToken token = new RefreshToken(new AccessToken(), null, GrantRefreshFactory.ID);
        token.type(TokenUtil.TOKEN_TYPE_REFRESH);
        return token;
    }
}
