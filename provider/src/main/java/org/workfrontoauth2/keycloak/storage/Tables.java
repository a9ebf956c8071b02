package org.workfrontoauth2.keycloak.storage;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of this extension, created and upgraded together with Keycloak's own. */
public final class Tables implements JpaEntityProvider {

    /** The ID of its factory. */
    public static final String ID = "workfront";

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                GrantEntity.class,
                SecretEntity.class,
                ApplicationEntity.class,
                PublicKeyEntity.class,
                LogoEntity.class,
                DomainEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/workfront-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return ID;
    }

    @Override
    public void close() {}
}
