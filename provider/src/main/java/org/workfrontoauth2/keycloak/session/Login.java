package org.workfrontoauth2.keycloak.session;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.workfrontoauth2.contract.SessionId;
import org.workfrontoauth2.contract.Sighting;

/**
 * The login of the browser that a session ID is bound to: Keycloak's user session. If the user logs out, the session ID
 * stops working. If the login only times out, the session ID stays valid until it expires.
 */
public final class Login {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Login(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The time before which this login cannot have timed out. Empty if the login no longer exists. */
    Optional<Instant> until(@Nullable String loginId) {
        UserSessionModel login = loginId == null ? null : session.sessions().getUserSession(realm, loginId);
        if (login == null || endedByUser(login)) {
            return Optional.empty();
        }
        int idle = shorter(login, realm.getSsoSessionIdleTimeout(), realm.getSsoSessionIdleTimeoutRememberMe());
        int max = shorter(login, realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe());
        long byIdle = (long) login.getLastSessionRefresh() + idle;
        long byAge = (long) login.getStarted() + max;
        return Optional.of(Instant.ofEpochSecond(Math.min(byIdle, byAge)));
    }

    /**
     * Looks whether the user has logged out since. Every logout begins a new epoch of the grant and is noticed by that; this
     * is for logins that Keycloak drops without telling anyone, such as when another user logs in in the same browser.
     *
     * @param missedAt when the last look was in vain; empty when it was not
     */
    Sighting sight(SessionId sessionId, String loginId, Optional<Instant> missedAt, Instant now) {
        if (sessionId.loggedInUntil().isEmpty()) {
            return Sighting.GOES_ON;
        }
        UserSessionModel login = session.sessions().getUserSession(realm, loginId);
        return login == null
                ? Sighting.gone(sessionId.loggedInUntil().get(), missedAt, now)
                : Sighting.there(endedByUser(login), missedAt);
    }

    /** Whether this login goes on: neither ended by the user nor out of time. */
    public boolean goesOn(@Nullable String loginId) {
        UserSessionModel login = loginId == null ? null : session.sessions().getUserSession(realm, loginId);
        return login != null && !endedByUser(login) && AuthenticationManager.isSessionValid(realm, login);
    }

    private static boolean endedByUser(UserSessionModel login) {
        return login.getState() == UserSessionModel.State.LOGGED_OUT
                || login.getState() == UserSessionModel.State.LOGGING_OUT;
    }

    private static int shorter(UserSessionModel login, int usual, int remembered) {
        return login.isRememberMe() && remembered > 0 ? Math.min(usual, remembered) : usual;
    }
}
