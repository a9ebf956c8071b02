package org.workfrontoauth2.keycloak.export;

import java.io.IOException;
import org.keycloak.exportimport.dir.DirExportProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.RealmRepresentation;

/** {@code kc.sh export --dir}. */
final class FolderExport extends DirExportProvider {

    FolderExport(KeycloakSessionFactory factory) {
        super(factory);
    }

    @Override
    public void writeRealm(String fileName, RealmRepresentation exported) throws IOException {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealmByName(exported.getRealm());
            session.getContext().setRealm(realm);
            ExportedRealm.complete(session, realm, exported);
        });
        super.writeRealm(fileName, exported);
    }
}
