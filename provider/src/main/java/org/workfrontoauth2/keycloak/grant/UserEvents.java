package org.workfrontoauth2.keycloak.grant;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.keycloak.application.Application;

/**
 * What happens to users happens to their grants: a login counts as activity (contract, section 2), and grants of users who
 * are disabled end and do not come back when the user is enabled again (section 6).
 */
final class UserEvents implements EventListenerProvider {

    private static final String USERS = "users/";

    private final KeycloakSession session;

    UserEvents(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        boolean login = event.getType() == EventType.LOGIN;
        boolean disabled = event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT;
        if (!login && !disabled || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (!Application.servedIn(realm)) {
            return;
        }
        if (login) {
            new Grants(session).loggedIn(realm.getId(), event.getUserId());
        } else {
            new Grants(session).endOfUser(realm.getId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        String path = event.getResourcePath();
        if (event.getResourceType() != ResourceType.USER
                || event.getOperationType() != OperationType.UPDATE
                || path == null
                || !path.startsWith(USERS)) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, path.substring(USERS.length()));
        if (user != null && !user.isEnabled() && Application.servedIn(realm)) {
            new Grants(session).endOfUser(realm.getId(), user.getId());
        }
    }

    @Override
    public void close() {}
}
