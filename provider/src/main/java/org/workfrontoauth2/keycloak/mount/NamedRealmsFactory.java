package org.workfrontoauth2.keycloak.mount;

import com.google.auto.service.AutoService;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.workfrontoauth2.keycloak.application.GlobalListenerFactory;

/** Lets {@link NamedRealms} and {@link CreatedRealms} hear what happens in every realm. */
@AutoService(EventListenerProviderFactory.class)
public final class NamedRealmsFactory implements GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NamedRealms(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new CreatedRealms());
    }

    @Override
    public String getId() {
        return "workfront-named-realms";
    }
}
