package org.workfrontoauth2.keycloak.token;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Offers {@link GrantRefresh} to Keycloak's refresh grant, before its own provider. */
@AutoService(RefreshTokenProviderFactory.class)
public final class GrantRefreshFactory implements RefreshTokenProviderFactory {

    static final String ID = "workfront";

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new GrantRefresh(session);
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
