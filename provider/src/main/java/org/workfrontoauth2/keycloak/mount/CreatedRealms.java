package org.workfrontoauth2.keycloak.mount;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Gives realms their hosts that the server itself creates: when it starts, and by its command line. Those that somebody
 * creates through the administration interface are {@link NamedRealms}' business.
 */
public final class CreatedRealms implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmCreationEvent created
                && created.getKeycloakSession().getContext().getBearerToken() == null) {
            new Domains(created.getKeycloakSession()).give(created.getCreatedRealm());
        }
    }
}
