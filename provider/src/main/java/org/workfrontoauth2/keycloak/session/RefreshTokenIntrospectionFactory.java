package org.workfrontoauth2.keycloak.session;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;

/** Replaces Keycloak's own provider with {@link RefreshTokenIntrospection}. */
@AutoService(TokenIntrospectionProviderFactory.class)
public final class RefreshTokenIntrospectionFactory extends RefreshTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new RefreshTokenIntrospection(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
