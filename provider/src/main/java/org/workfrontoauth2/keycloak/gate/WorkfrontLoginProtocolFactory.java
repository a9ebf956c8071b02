package org.workfrontoauth2.keycloak.gate;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.workfrontoauth2.keycloak.authorize.WorkfrontLoginProtocol;

/** Puts {@link WorkfrontLoginProtocol} and {@link StandardEndpoints} in the place of Keycloak's OpenID Connect. */
@AutoService(LoginProtocolFactory.class)
public final class WorkfrontLoginProtocolFactory extends OIDCLoginProtocolFactory {

    private @Nullable OIDCProviderConfig config;

    @Override
    public void init(Config.Scope scope) {
        super.init(scope);
        config = new OIDCProviderConfig(scope);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        if (config == null) {
            throw new IllegalStateException("Not initialised");
        }
        return new WorkfrontLoginProtocol(config).setSession(session);
    }

    @Override
    public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
        return new StandardEndpoints(session, event);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
