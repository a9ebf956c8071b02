package org.workfrontoauth2.keycloak.registration;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of dynamic client registration, created and upgraded together with Keycloak's own. */
public final class RegistrationTables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(RegisteredApplicationEntity.class, RegisteredClientEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/workfront-registration-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return RegistrationTablesFactory.ID;
    }

    @Override
    public void close() {}
}
