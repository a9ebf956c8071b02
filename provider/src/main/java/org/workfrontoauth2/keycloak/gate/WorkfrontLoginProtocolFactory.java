package org.workfrontoauth2.keycloak.gate;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.representations.idm.ClientRepresentation;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.authorize.WorkfrontLoginProtocol;
import org.workfrontoauth2.keycloak.language.BrokenRule;

/** Replaces Keycloak's OpenID Connect with {@link WorkfrontLoginProtocol} and {@link StandardEndpoints}. */
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

    /** Of a new client that does not say otherwise, Keycloak makes one with a secret and with passwords of users. */
    @Override
    public void setupClientDefaults(ClientRepresentation sent, ClientModel client) {
        if (Kind.isOrdinary(client)) {
            super.setupClientDefaults(sent, client);
        }
    }

    /** A scope that is added to an application later would be on its consent page, and mean nothing. */
    @Override
    public void validateClientScopeAssignment(
            KeycloakSession session, ClientScopeModel scope, boolean byDefault, RealmModel realm) {
        if (!Kind.isOrdinary(session.getContext().getClient())) {
            throw new BrokenRule(session, Sentence.CLIENT_SCOPES.with());
        }
        super.validateClientScopeAssignment(session, scope, byDefault, realm);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
