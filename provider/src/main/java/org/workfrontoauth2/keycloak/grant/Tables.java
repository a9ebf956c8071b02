package org.workfrontoauth2.keycloak.grant;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.workfrontoauth2.keycloak.application.LogoEntity;
import org.workfrontoauth2.keycloak.application.PlaceEntity;
import org.workfrontoauth2.keycloak.application.PublicKeyEntity;
import org.workfrontoauth2.keycloak.application.SecretEntity;
import org.workfrontoauth2.keycloak.mount.DomainEntity;

/** The tables of this extension, created and upgraded together with Keycloak's own. */
public final class Tables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                GrantEntity.class,
                SecretEntity.class,
                PlaceEntity.class,
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
        return TablesFactory.ID;
    }

    @Override
    public void close() {}
}
