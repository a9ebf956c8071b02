package org.workfrontoauth2.keycloak.endpoint;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.workfrontoauth2.contract.Hosts;
import org.workfrontoauth2.keycloak.metrics.StandingCounts;
import org.workfrontoauth2.keycloak.mount.ServedHosts;

/**
 * Mounts {@link Integrations} on {@code /realms/{realm}/integrations}; hands the server's options to {@link ServedHosts} and
 * {@link StandingCounts}.
 */
@AutoService(RealmResourceProviderFactory.class)
public final class IntegrationsFactory implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {

    private Hosts hosts = Hosts.none();
    private StandingCounts counts = StandingCounts.byDefault();

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new InServedRealms(session, new Integrations(session));
    }

    @Override
    public void init(Config.Scope config) {
        hosts = ServedHosts.read(config);
        counts = StandingCounts.read(config);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Release.described();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Stream.of(ServedHosts.options(), StandingCounts.options())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ServedHosts.current().serve(hosts, factory);
        factory.register(counts);
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ServedHosts.PROVIDER;
    }
}
