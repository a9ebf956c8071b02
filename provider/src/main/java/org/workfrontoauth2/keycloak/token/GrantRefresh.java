package org.workfrontoauth2.keycloak.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.contract.RefreshToken;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.Rotation;
import org.workfrontoauth2.contract.TokenAnswer;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.call.TokenPolicies;
import org.workfrontoauth2.keycloak.grant.Endings;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.session.SessionIds;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Turns a refresh token into the next session ID of its grant (contract, sections 4 and 11). */
final class GrantRefresh {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Application application;
    private final EventBuilder event;
    private final Grants grants;

    GrantRefresh(KeycloakSession session, Application application, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.application = application;
        this.event = event;
        this.grants = new Grants(session);
    }

    /** Refreshes with the refresh token in these parameters of a request; the application has authenticated. */
    TokenAnswer refresh(Map<String, String> parameters) throws Refused {
        new TokenPolicies(session, event).askAboutRefresh(parameters, application.client());
        SessionIds sessionIds = new SessionIds(session, realm);
        RefreshToken token = Optional.ofNullable(parameters.get("refresh_token"))
                .flatMap(sessionIds::openRefreshToken)
                .orElseThrow(() -> new Refused(Refusal.INVALID_REFRESH_TOKEN));
        Instant now = Grants.now();
        GrantEntity grant = standing(grants.find(token.grant()), now);
        if (!usedAsRead(grant, token.generation(), now)) {
            // Of refreshes at once, on whatever node, the later ones see what the first has done.
            grant = standing(grants.lockAgain(token.grant()), now);
            useLocked(grant, token.generation(), now);
        }
        UserModel user = session.users().getUserById(realm, grant.userId());
        return sessionIds.issue(grant, application, user, now);
    }

    private GrantEntity standing(Optional<GrantEntity> found, Instant now) throws Refused {
        GrantEntity grant = found.orElseThrow(() -> new Refused(Refusal.ENDED_GRANT));
        if (!grant.clientId().equals(application.client().getId())) {
            throw new Refused(Refusal.INVALID_REFRESH_TOKEN);
        }
        event.user(grant.userId());
        Optional<Refusal> ended = new Endings(session, realm).refusal(grant, application, grant.consentedAt(), now);
        if (ended.isPresent()) {
            throw new Refused(ended.get());
        }
        return grant;
    }

    /**
     * The usual refresh, which waits for nobody: of the current refresh token, with nothing to write down, or with one
     * change of a row that is still what was read. A session ID is dead with its row: one that is deleted meanwhile takes it
     * along.
     */
    private boolean usedAsRead(GrantEntity grant, long presented, Instant now) {
        Rotation.Verdict verdict = grant.rotation().judge(presented, policy(), now);
        return switch (verdict) {
            case KEEP -> !isDue(grant, now) || grants.keepIfCurrent(grant, now);
            case ROTATE -> grants.rotateIfCurrent(grant, now, policy().grace());
            case REPEAT, REUSE -> false;
        };
    }

    private boolean isDue(GrantEntity grant, Instant now) {
        return grant.rotation().windowIsOpen()
                || policy().useIsDue(
                                grant.lastActiveAt(), application.settings().sessionLife(), now);
    }

    private RefreshPolicy policy() {
        return application.settings().refresh();
    }

    private void useLocked(GrantEntity grant, long presented, Instant now) throws Refused {
        Rotation.Verdict verdict = grant.rotation().judge(presented, policy(), now);
        switch (verdict) {
            case KEEP -> grant.keep(now);
            case ROTATE -> grant.rotate(now, policy().grace());
            case REPEAT -> grant.repeat(now);
            case REUSE -> {
                grants.end(grant);
                throw new Refused(Refusal.REUSED_REFRESH_TOKEN);
            }
            default -> throw new IllegalStateException(verdict.name());
        }
    }
}
