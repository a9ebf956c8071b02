package org.workfrontoauth2.keycloak.datastore;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.partialimport.PartialImportResults;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.storage.PartialImportRealmFromRepresentationEvent;
import org.keycloak.storage.datastore.DefaultExportImportManager;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.keycloak.application.SentClient;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * Writes realms as other tools send them. Only here it is still known what they sent and what they left out. Clients
 * that are to be applications are completed, and our settings stay if a change does not have them.
 */
final class RealmWrites extends DefaultExportImportManager {

    private final KeycloakSession session;

    RealmWrites(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void importRealm(RealmRepresentation sent, RealmModel realm, @Nullable Runnable users) {
        if (ServedRealms.wouldInclude(sent)) {
            complete(sent.getClients());
        }
        super.importRealm(sent, realm, users);
    }

    /** As Keycloak does it, which reads the stream in the same method. */
    @Override
    public PartialImportResults partialImportRealm(RealmModel realm, InputStream body) {
        PartialImportRepresentation sent = read(body);
        if (ServedRealms.include(realm)) {
            complete(sent.getClients());
        }
        return PartialImportRealmFromRepresentationEvent.fire(session, sent, realm);
    }

    private static PartialImportRepresentation read(InputStream body) {
        try {
            return JsonSerialization.readValue(body, PartialImportRepresentation.class);
        } catch (IOException e) {
            throw new ModelException("unable to read contents from stream", e);
        }
    }

    private void complete(@Nullable List<ClientRepresentation> clients) {
        if (clients != null) {
            clients.forEach(client -> new SentClient(session, client).completeImported());
        }
    }

    @Override
    public void updateRealm(RealmRepresentation sent, RealmModel realm) {
        KeptSettings ours = KeptSettings.of(session, realm, sent);
        super.updateRealm(sent, realm);
        ours.writeTo(realm);
    }
}
