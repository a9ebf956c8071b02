package org.workfrontoauth2.keycloak.start;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;

/** A listener for every realm, no matter which listeners its administrators have chosen. It has no options. */
public interface GlobalListenerFactory extends EventListenerProviderFactory {

    @Override
    default boolean isGlobal() {
        return true;
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
