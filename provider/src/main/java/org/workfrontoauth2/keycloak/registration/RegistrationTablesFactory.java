package org.workfrontoauth2.keycloak.registration;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link RegistrationTables} and those who keep them up to date. */
@AutoService(JpaEntityProviderFactory.class)
public final class RegistrationTablesFactory implements JpaEntityProviderFactory {

    /** Not one that begins like another's: Keycloak names the table of a changelog after its first ten letters. */
    static final String ID = "registration";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new RegistrationTables();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ImportedApplications());
        factory.register(new UnusedClients());
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
