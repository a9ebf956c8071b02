package org.workfrontoauth2.keycloak.grant;

import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.workfrontoauth2.keycloak.credential.PublicKeys;

/** Ends the grants and removes the keys of users who are deleted. Clients and realms take theirs along by a foreign key. */
public final class RemovedUsers implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            String userId = removed.getUser().getId();
            new GrantEnds(removed.getKeycloakSession())
                    .endWhatIsFreeOfUser(removed.getRealm().getId(), userId);
            new PublicKeys(removed.getKeycloakSession()).removeOf(userId);
        }
    }
}
