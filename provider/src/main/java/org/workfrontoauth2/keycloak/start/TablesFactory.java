package org.workfrontoauth2.keycloak.start;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.workfrontoauth2.keycloak.storage.Tables;

/**
 * Registers {@link Tables} and the {@link Listeners} that keep them up to date, so that neither can be switched off
 * without the other.
 */
@AutoService(JpaEntityProviderFactory.class)
public final class TablesFactory implements JpaEntityProviderFactory {

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Listeners.register(factory);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return Tables.ID;
    }
}
