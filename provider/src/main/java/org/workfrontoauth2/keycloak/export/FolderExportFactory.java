package org.workfrontoauth2.keycloak.export;

import com.google.auto.service.AutoService;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.exportimport.ExportImportConfig;
import org.keycloak.exportimport.ExportProvider;
import org.keycloak.exportimport.ExportProviderFactory;
import org.keycloak.exportimport.UsersExportStrategy;
import org.keycloak.exportimport.dir.DirExportProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Puts {@link FolderExport} in the place of Keycloak's export to a folder; its options stay as they are. */
@AutoService(ExportProviderFactory.class)
public final class FolderExportFactory extends DirExportProviderFactory {

    @SuppressWarnings("NullAway.Init")
    private Config.Scope options;

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        options = config;
    }

    @Override
    public ExportProvider create(KeycloakSession session) {
        String users = option(
                ExportImportConfig.USERS_EXPORT_STRATEGY,
                USERS_EXPORT_STRATEGY,
                ExportImportConfig.DEFAULT_USERS_EXPORT_STRATEGY.name());
        String perFile = option(
                ExportImportConfig.USERS_PER_FILE,
                USERS_PER_FILE,
                ExportImportConfig.DEFAULT_USERS_PER_FILE.toString());
        return new FolderExport(session.getKeycloakSessionFactory())
                .withDir(option(ExportImportConfig.DIR, DIR, null))
                .withRealmName(option(ExportImportConfig.REALM_NAME, REALM_NAME, null))
                .withUsersExportStrategy(UsersExportStrategy.valueOf(users.toUpperCase(Locale.ROOT)))
                .withUsersPerFile(Integer.parseInt(perFile.strip()));
    }

    @SuppressWarnings("NullAway")
    private String option(String property, String name, @Nullable String byDefault) {
        return System.getProperty(property, options.get(name, byDefault));
    }

    @Override
    public int order() {
        return 100;
    }
}
