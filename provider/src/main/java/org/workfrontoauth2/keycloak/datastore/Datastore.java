package org.workfrontoauth2.keycloak.datastore;

import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.ExportImportManager;
import org.keycloak.storage.datastore.DefaultDatastoreProvider;
import org.keycloak.storage.datastore.DefaultDatastoreProviderFactory;

/** Keycloak's datastore, whose realms are written by {@link RealmWrites}. */
final class Datastore extends DefaultDatastoreProvider {

    private final KeycloakSession session;

    Datastore(DefaultDatastoreProviderFactory factory, KeycloakSession session) {
        super(factory, session);
        this.session = session;
    }

    @Override
    public ExportImportManager getExportImportManager() {
        return new RealmWrites(session);
    }
}
