package org.workfrontoauth2.keycloak.datastore;

import com.google.auto.service.AutoService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.DatastoreProvider;
import org.keycloak.storage.DatastoreProviderFactory;
import org.keycloak.storage.datastore.DefaultDatastoreProviderFactory;

/** Replaces Keycloak's own provider with {@link Datastore}. Its options do not change. */
@AutoService(DatastoreProviderFactory.class)
public final class DatastoreFactory extends DefaultDatastoreProviderFactory {

    @Override
    public DatastoreProvider create(KeycloakSession session) {
        return new Datastore(this, session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }
}
