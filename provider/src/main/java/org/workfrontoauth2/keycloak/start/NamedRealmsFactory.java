package org.workfrontoauth2.keycloak.start;

import com.google.auto.service.AutoService;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.mount.NamedRealms;

/** Registers {@link NamedRealms} as a listener in every realm. */
@AutoService(EventListenerProviderFactory.class)
public final class NamedRealmsFactory implements GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NamedRealms(session);
    }

    @Override
    public String getId() {
        return "workfront-named-realms";
    }
}
