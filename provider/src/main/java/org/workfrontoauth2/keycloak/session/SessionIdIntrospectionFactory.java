package org.workfrontoauth2.keycloak.session;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;

/** Replaces Keycloak's own provider with {@link SessionIdIntrospection}. */
@AutoService(TokenIntrospectionProviderFactory.class)
public final class SessionIdIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new SessionIdIntrospection(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
