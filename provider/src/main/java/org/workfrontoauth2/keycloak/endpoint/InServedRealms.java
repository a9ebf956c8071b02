package org.workfrontoauth2.keycloak.endpoint;

import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.workfrontoauth2.keycloak.application.Application;

/** Hands out a resource in realms where the contract is switched on; in others there is nothing here. */
final class InServedRealms implements RealmResourceProvider {

    private final KeycloakSession session;
    private final Object resource;

    InServedRealms(KeycloakSession session, Object resource) {
        this.session = session;
        this.resource = resource;
    }

    @Override
    public Object getResource() {
        if (!Application.servedIn(session.getContext().getRealm())) {
            throw new NotFoundException();
        }
        return resource;
    }

    @Override
    public void close() {}
}
