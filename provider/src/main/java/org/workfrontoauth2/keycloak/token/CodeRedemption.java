package org.workfrontoauth2.keycloak.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.RefreshToken;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.GrantEntity;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Liveness;
import org.workfrontoauth2.keycloak.session.SessionIds;

/**
 * Turns a code that Keycloak has found good into the first session ID and refresh token of its grant (contract, section
 * 4).
 */
final class CodeRedemption extends TokenManager.AccessTokenResponseBuilder {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Application application;
    private final EventBuilder event;
    private final UserSessionModel login;
    private final ContractTokenManager tokens;
    private @Nullable OAuth2Code redeemed;

    CodeRedemption(
            RealmModel realm,
            Application application,
            EventBuilder event,
            KeycloakSession session,
            UserSessionModel login,
            ClientSessionContext clientSession,
            ContractTokenManager tokens) {
        super(realm, application.client(), event, session, login, clientSession, tokens);
        this.session = session;
        this.realm = realm;
        this.application = application;
        this.event = event;
        this.login = login;
        this.tokens = tokens;
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder code(OAuth2Code code) {
        this.redeemed = code;
        return super.code(code);
    }

    /** Ours is made in {@link #build()}. */
    @Override
    public TokenManager.AccessTokenResponseBuilder generateRefreshToken() {
        return this;
    }

    @Override
    public RefreshToken getRefreshToken() {
        return new RefreshToken(new AccessToken(), null, GrantRefreshFactory.ID);
    }

    /** Applications get no ID token, whatever the scope. */
    @Override
    public TokenManager.AccessTokenResponseBuilder generateIDToken() {
        return this;
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder generateAccessTokenHash() {
        return this;
    }

    @Override
    public AccessTokenResponse build() {
        if (redeemed == null) {
            throw new IllegalStateException("Keycloak's grant did not say which code was redeemed");
        }
        UUID id = Grants.idOf(redeemed.getId());
        Grants grants = new Grants(session);
        GrantEntity grant = grants.lock(id).orElseThrow(() -> new RefusedInside(Refusal.INVALID_CODE));
        if (grant.redeemed()) {
            throw new RefusedInside(Refusal.INVALID_CODE);
        }
        // The URL may have been removed since: then it was not the application that got the code.
        if (!application.redirectUrls().contains(redeemed.getRedirectUriParam())) {
            throw new RefusedInside(Refusal.INVALID_CODE);
        }
        Instant now = Grants.now();
        grant.redeem(now);
        new Liveness(session, realm)
                .refusal(grant, application, grant.consentedAt(), now)
                .ifPresent(refusal -> {
                    throw new RefusedInside(refusal);
                });
        UserModel user = login.getUser();
        event.detail(Details.REFRESH_TOKEN_TYPE, "workfront");
        tokens.issued(new SessionIds(session, realm).issue(grant, application, user, now));
        return new AccessTokenResponse();
    }
}
