package org.workfrontoauth2.clock;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the {@link TestClock} at {@code /realms/master/test-clock}. */
@AutoService(RealmResourceProviderFactory.class)
public final class TestClockFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-clock";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TestClock(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
