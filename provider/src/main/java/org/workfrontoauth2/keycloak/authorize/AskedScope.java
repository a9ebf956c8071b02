package org.workfrontoauth2.keycloak.authorize;

import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Remembers that the authorization request asked for a scope, until the code is issued (contract, section 4). Which one
 * does not matter, so the scope itself never reaches Keycloak.
 */
public final class AskedScope {

    private static final String KEY = AskedScope.class.getName();
    private static final String NOTE = "workfront.scope";

    private AskedScope() {}

    /** The present authorization request asks for one. */
    static void enter(KeycloakSession session) {
        session.setAttribute(KEY, true);
    }

    /** A login begins. */
    public static void remember(KeycloakSession session, AuthenticationSessionModel login) {
        if (Boolean.TRUE.equals(session.getAttribute(KEY))) {
            login.setClientNote(NOTE, "true");
        }
    }

    /** Whether the request that this login began with asked for one. */
    static boolean in(AuthenticationSessionModel login) {
        return login.getClientNote(NOTE) != null;
    }
}
