package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * Provides the endpoints in realms where registration is switched on, on their hosts and on their paths. Otherwise they
 * are 404.
 */
final class InRegistrationRealms implements RealmResourceProvider {

    private final KeycloakSession session;

    InRegistrationRealms(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        if (!Registration.servedIn(session.getContext().getRealm()) || Mount.isOnForeignHost(session)) {
            throw new NotFoundException();
        }
        return new ClientEndpoints(session);
    }

    @Override
    public void close() {}
}
