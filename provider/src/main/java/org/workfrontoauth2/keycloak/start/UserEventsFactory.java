package org.workfrontoauth2.keycloak.start;

import com.google.auto.service.AutoService;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.grant.UserEvents;

/** Registers {@link UserEvents} as a listener in every realm. */
@AutoService(EventListenerProviderFactory.class)
public final class UserEventsFactory implements GlobalListenerFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new UserEvents(session);
    }

    @Override
    public String getId() {
        return "workfront-user-events";
    }
}
