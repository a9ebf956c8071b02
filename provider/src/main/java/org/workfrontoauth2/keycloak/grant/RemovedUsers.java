package org.workfrontoauth2.keycloak.grant;

import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Ends the grants of users who are deleted. Clients and realms take theirs along by a foreign key. */
public final class RemovedUsers implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            new Grants(removed.getKeycloakSession())
                    .endOfUser(removed.getRealm().getId(), removed.getUser().getId());
        }
    }
}
