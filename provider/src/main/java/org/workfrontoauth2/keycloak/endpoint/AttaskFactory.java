package org.workfrontoauth2.keycloak.endpoint;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.workfrontoauth2.contract.ContractPath;

/** Mounts {@link Attask} on {@code /realms/{realm}/attask}. */
@AutoService(RealmResourceProviderFactory.class)
public final class AttaskFactory implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new InServedRealms(session, new Attask(session));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ContractPath.API;
    }
}
