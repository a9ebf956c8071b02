package org.workfrontoauth2.keycloak.export;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.exportimport.ExportImportConfig;
import org.keycloak.exportimport.UsersExportStrategy;
import org.keycloak.exportimport.dir.DirExportProvider;
import org.keycloak.exportimport.dir.DirExportProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.RealmRepresentation;

/** {@code kc.sh export --dir}. */
final class FolderExport extends DirExportProvider {

    FolderExport(KeycloakSessionFactory factory, Config.Scope options) {
        super(factory);
        withDir(option(options, ExportImportConfig.DIR, DirExportProviderFactory.DIR, null));
        withRealmName(option(options, ExportImportConfig.REALM_NAME, DirExportProviderFactory.REALM_NAME, null));
        String users = option(
                options,
                ExportImportConfig.USERS_EXPORT_STRATEGY,
                DirExportProviderFactory.USERS_EXPORT_STRATEGY,
                ExportImportConfig.DEFAULT_USERS_EXPORT_STRATEGY.name());
        withUsersExportStrategy(UsersExportStrategy.valueOf(users.toUpperCase(Locale.ROOT)));
        String perFile = option(
                options,
                ExportImportConfig.USERS_PER_FILE,
                DirExportProviderFactory.USERS_PER_FILE,
                ExportImportConfig.DEFAULT_USERS_PER_FILE.toString());
        withUsersPerFile(Integer.parseInt(perFile.strip()));
    }

    @SuppressWarnings("NullAway")
    private static String option(Config.Scope options, String property, String name, @Nullable String byDefault) {
        return System.getProperty(property, options.get(name, byDefault));
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
