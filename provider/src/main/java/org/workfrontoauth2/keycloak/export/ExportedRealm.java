package org.workfrontoauth2.keycloak.export;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.registration.ImportedApplications;

/** Adds to a realm's export what only our tables have: the hashes of client secrets, which the import moves back. */
final class ExportedRealm {

    private ExportedRealm() {}

    static RealmRepresentation complete(KeycloakSession session, RealmModel realm, RealmRepresentation exported) {
        if (exported.getClients() != null) {
            Secrets secrets = new Secrets(session);
            exported.getClients().forEach(client -> complete(secrets, realm, client));
        }
        if (exported.getAttributes() != null) {
            ImportedApplications.exported(session, realm)
                    .ifPresent(all -> exported.getAttributes().put(Setting.REGISTERED_APPLICATIONS.key(), all));
        }
        return exported;
    }

    private static void complete(Secrets secrets, RealmModel realm, ClientRepresentation exported) {
        ClientModel client = realm.getClientByClientId(exported.getClientId());
        if (client == null || exported.getAttributes() == null) {
            return;
        }
        String hashes = secrets.exported(client);
        if (!hashes.isEmpty()) {
            exported.getAttributes().put(Setting.SECRET_HASH.key(), hashes);
        }
    }
}
