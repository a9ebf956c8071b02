package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.workfrontoauth2.keycloak.mount.Mount;

/**
 * Hands out the endpoints in realms where registration is switched on, on their own hosts and on their paths; elsewhere there
 * is nothing here.
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
