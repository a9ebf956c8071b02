package org.workfrontoauth2.keycloak.start;

import com.google.auto.service.AutoService;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.application.SwitchedOnRealms;

/** Registers {@link SwitchedOnRealms} as a listener to admin events in every realm. */
@AutoService(EventListenerProviderFactory.class)
public final class SwitchedOnRealmsFactory implements GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SwitchedOnRealms(session);
    }

    @Override
    public String getId() {
        return "workfront-switched-on-realms";
    }
}
