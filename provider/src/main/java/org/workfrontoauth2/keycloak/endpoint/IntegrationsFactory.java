package org.workfrontoauth2.keycloak.endpoint;

import com.google.auto.service.AutoService;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.workfrontoauth2.contract.Hosts;
import org.workfrontoauth2.keycloak.mount.ServedHosts;

/** Mounts {@link Integrations} on {@code /realms/{realm}/integrations}; hands the server's options to {@link ServedHosts}. */
@AutoService(RealmResourceProviderFactory.class)
public final class IntegrationsFactory implements RealmResourceProviderFactory {

    private Hosts hosts = Hosts.none();

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new InServedRealms(session, new Integrations(session));
    }

    @Override
    public void init(Config.Scope config) {
        hosts = ServedHosts.read(config);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ServedHosts.options();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ServedHosts.current().serve(hosts, factory);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ServedHosts.PROVIDER;
    }
}
