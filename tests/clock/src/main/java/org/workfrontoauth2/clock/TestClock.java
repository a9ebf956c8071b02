package org.workfrontoauth2.clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** What tests may do to a server from outside. */
final class TestClock implements RealmResourceProvider {

    private final KeycloakSession session;

    TestClock(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new TestClockResource(session);
    }

    @Override
    public void close() {}
}
