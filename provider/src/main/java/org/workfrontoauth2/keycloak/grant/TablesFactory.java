package org.workfrontoauth2.keycloak.grant;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.workfrontoauth2.keycloak.application.ApplicationRules;
import org.workfrontoauth2.keycloak.application.ImportedSecrets;

/** Registers {@link Tables} and those who keep them up to date. */
@AutoService(JpaEntityProviderFactory.class)
public final class TablesFactory implements JpaEntityProviderFactory {

    static final String ID = "workfront";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ImportedSecrets());
        factory.register(new ApplicationRules());
        factory.register(new PolicyChanges());
        factory.register(new RemovedUsers());
        factory.register(new AbandonedGrants());
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
