package org.workfrontoauth2.keycloak.grant;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * An administrator revokes grants of an application. Users who have no grant left are asked again the next time
 * (contract, section 3). As long as a user has another grant, the consent stays.
 */
public final class Revocation {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Grants grants;

    public Revocation(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.grants = new Grants(session);
    }

    /** Takes back one grant of this application. */
    public void of(ClientModel application, GrantEntity grant) {
        grants.end(grant);
        if (!new GrantEnds(session).oneStands(application.getId(), grant.userId())) {
            withdrawConsent(application, grant.userId());
        }
    }

    /** Takes back all grants of this application. */
    public void ofAll(ClientModel application) {
        grants.usersOf(application.getId()).forEach(user -> withdrawConsent(application, user));
        new GrantEnds(session).endOfApplication(application);
    }

    private void withdrawConsent(ClientModel application, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            UserConsentManager.revokeConsentForClient(session, realm, user, application.getId());
        }
    }
}
