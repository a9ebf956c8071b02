package org.workfrontoauth2.keycloak.storage;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of dynamic client registration, created and upgraded together with Keycloak's own. */
public final class RegistrationTables implements JpaEntityProvider {

    /** Not one that begins like another's: Keycloak names the table of a changelog after its first ten letters. */
    public static final String ID = "registration";

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
        return ID;
    }

    @Override
    public void close() {}
}
