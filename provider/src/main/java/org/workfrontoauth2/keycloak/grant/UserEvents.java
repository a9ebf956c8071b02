package org.workfrontoauth2.keycloak.grant;

import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.keycloak.mount.VerifiedSessions;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * What happens to users happens to their grants: a login counts as activity (contract, section 2), and grants of users
 * who are disabled end and do not come back when the user is enabled again (section 6), also while the contract is
 * switched off. If Keycloak does not report that a user was disabled, {@link Endings} and {@link AbandonedGrants}
 * notice it.
 */
public final class UserEvents implements EventListenerProvider {

    private static final String USERS = "users/";
    private static final String LOGOUT = "/logout";
    private static final String LOGOUT_ALL = "logout-all";

    private final KeycloakSession session;

    public UserEvents(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.REVOKE_GRANT && event.getRealmId() != null) {
            VerifiedSessions.forgetRealm(session, event.getRealmId());
        }
        boolean login = event.getType() == EventType.LOGIN;
        boolean disabled = event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT;
        if (!login && !disabled || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (disabled) {
            new GrantEnds(session).endOfUser(event.getRealmId(), event.getUserId());
        } else if (ServedRealms.include(realm)) {
            new GrantLogins(session).loggedIn(realm.getId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // Whatever it is, it may matter to a session ID that was good a moment ago.
        VerifiedSessions.forgetRealm(session, event.getRealmId());
        String path = event.getResourcePath();
        if (event.getOperationType() == OperationType.ACTION && path != null) {
            loggedOut(session.realms().getRealm(event.getRealmId()), path);
        }
        if (event.getResourceType() != ResourceType.USER
                || event.getOperationType() != OperationType.UPDATE
                || path == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null) {
            // users/{id}, or what else leads to a user, such as SCIM's path: the ID comes last.
            new Endings(session, realm).ofUser(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /** An administrator logs out one user, or all of a realm. */
    private void loggedOut(@Nullable RealmModel realm, String path) {
        if (realm == null) {
            return;
        }
        if (path.startsWith(USERS) && path.endsWith(LOGOUT)) {
            String userId = path.substring(USERS.length(), path.length() - LOGOUT.length());
            new Logouts(session, realm).record(userId);
            new GrantEnds(session).endOfUser(realm.getId(), userId);
        } else if (path.equals(LOGOUT_ALL)) {
            new Logouts(session, realm).record(realm.getId());
        }
    }

    @Override
    public void close() {}
}
