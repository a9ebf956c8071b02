package org.workfrontoauth2.keycloak.endpoint;

import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * Provides a resource in realms where the contract is switched on, on their hosts and on their paths. Otherwise it is
 * 404.
 */
final class InServedRealms implements RealmResourceProvider {

    private final KeycloakSession session;
    private final Object resource;

    InServedRealms(KeycloakSession session, Object resource) {
        this.session = session;
        this.resource = resource;
    }

    @Override
    public Object getResource() {
        if (!ServedRealms.include(session.getContext().getRealm()) || Mount.isOnForeignHost(session)) {
            throw new NotFoundException();
        }
        return resource;
    }

    @Override
    public void close() {}
}
