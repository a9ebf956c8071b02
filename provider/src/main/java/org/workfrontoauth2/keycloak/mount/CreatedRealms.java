package org.workfrontoauth2.keycloak.mount;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Gives hosts to realms that the server itself creates, when it starts or from its command line. {@link NamedRealms}
 * does this for realms that are created through the admin API.
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
