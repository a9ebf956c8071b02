package org.workfrontoauth2.keycloak.mount;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.contract.Setting;

/**
 * Forgets what was remembered of a realm when it is deleted, or one of its applications is changed or deleted, whichever way
 * (decision 0034). Administrators' events do not tell of all of them: a deleted realm's belongs to another realm, and the
 * endpoint for clients that register themselves has none.
 */
public final class OutdatedAnswers implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forget(removed.getKeycloakSession(), removed.getRealm());
        } else if (event instanceof ClientModel.ClientRemovedEvent removed && isApplication(removed.getClient())) {
            forget(removed.getKeycloakSession(), removed.getClient().getRealm());
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            forget(updated.getKeycloakSession(), updated.getUpdatedClient().getRealm());
        }
    }

    /** A realm is deleted with all of its clients, and may have any number of others. */
    private static boolean isApplication(ClientModel client) {
        return client.getAttribute(Setting.TYPE.key()) != null;
    }

    private static void forget(KeycloakSession session, RealmModel realm) {
        VerifiedSessions.forgetRealm(session, realm.getId());
    }
}
