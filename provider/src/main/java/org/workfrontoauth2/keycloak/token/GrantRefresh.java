package org.workfrontoauth2.keycloak.token;

import java.time.Instant;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.RefreshToken;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Rotation;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.GrantEntity;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Liveness;
import org.workfrontoauth2.keycloak.session.SessionIds;

/**
 * Refreshes the session IDs of applications (contract, sections 4 and 11): Keycloak's refresh grant comes here for them
 * and stays with its own provider for everybody else.
 */
final class GrantRefresh implements RefreshTokenProvider {

    private final KeycloakSession session;

    GrantRefresh(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean supports(InitialRefreshTokenContext context) {
        return false;
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext context) {
        throw new IllegalStateException("Refresh tokens of applications are made with their session IDs");
    }

    @Override
    public boolean supports(RefreshTokenContext context) {
        return context.tokenManager() instanceof ContractTokenManager;
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext context) {
        RealmModel realm = context.grantContext().getRealm();
        EventBuilder event = context.grantContext().getEvent();
        String presented = context.grantContext().getFormParams().getFirst(OAuth2Constants.REFRESH_TOKEN);
        Application application = Application.of(context.grantContext().getClient())
                .orElseThrow(() -> new RefusedInside(Refusal.UNKNOWN_CLIENT));
        ContractTokenManager tokens = (ContractTokenManager) context.tokenManager();
        TokenAnswer answer = refresh(realm, application, presented, event);
        tokens.issued(answer);
        return new Answered(realm, application, event, session, tokens);
    }

    private TokenAnswer refresh(RealmModel realm, Application application, String presented, EventBuilder event) {
        SessionIds sessionIds = new SessionIds(session, realm);
        Grants grants = new Grants(session);
        org.workfrontoauth2.contract.RefreshToken token = sessionIds
                .openRefreshToken(presented)
                .orElseThrow(() -> new RefusedInside(Refusal.INVALID_REFRESH_TOKEN));
        // Locked before anything is decided: of two refreshes at once, on whatever node, the second sees the first.
        GrantEntity grant = grants.lock(token.grant()).orElseThrow(() -> new RefusedInside(Refusal.ENDED_GRANT));
        if (!grant.clientId().equals(application.client().getId())) {
            throw new RefusedInside(Refusal.INVALID_REFRESH_TOKEN);
        }
        event.user(grant.userId());
        Instant now = Grants.now();
        new Liveness(session, realm)
                .refusal(grant, application, grant.consentedAt(), now)
                .ifPresent(refusal -> {
                    throw new RefusedInside(refusal);
                });
        use(grants, grant, token.generation(), application.settings().refresh(), now);
        UserModel user = session.users().getUserById(realm, grant.userId());
        return sessionIds.issue(grant, application, user, now);
    }

    private static void use(Grants grants, GrantEntity grant, long presented, RefreshPolicy policy, Instant now) {
        Rotation.Verdict verdict = grant.rotation().judge(presented, policy, now);
        switch (verdict) {
            case KEEP -> grant.keep(now);
            case ROTATE -> grant.rotate(now);
            case REPEAT -> grant.repeat(now);
            case REUSE -> {
                grants.end(grant);
                throw new RefusedInside(Refusal.REUSED_REFRESH_TOKEN);
            }
            default -> throw new IllegalStateException(verdict.name());
        }
    }

    /** All that Keycloak's refresh grant still wants from a response that is already made. */
    private static final class Answered extends TokenManager.AccessTokenResponseBuilder {

        Answered(
                RealmModel realm,
                Application application,
                EventBuilder event,
                KeycloakSession session,
                ContractTokenManager tokens) {
            super(realm, application.client(), event, session, null, null, tokens);
        }

        @Override
        public AccessTokenResponse build() {
            return new AccessTokenResponse();
        }
    }
}
