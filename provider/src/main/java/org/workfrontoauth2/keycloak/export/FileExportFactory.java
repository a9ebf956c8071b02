package org.workfrontoauth2.keycloak.export;

import com.google.auto.service.AutoService;
import java.io.File;
import java.util.Objects;
import org.keycloak.Config;
import org.keycloak.exportimport.ExportImportConfig;
import org.keycloak.exportimport.ExportProvider;
import org.keycloak.exportimport.ExportProviderFactory;
import org.keycloak.exportimport.singlefile.SingleFileExportProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's export to one file with {@link FileExport}. Its options do not change. */
@AutoService(ExportProviderFactory.class)
public final class FileExportFactory extends SingleFileExportProviderFactory {

    @SuppressWarnings("NullAway.Init")
    private Config.Scope options;

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        options = config;
    }

    @Override
    public ExportProvider create(KeycloakSession session) {
        String file = System.getProperty(ExportImportConfig.FILE, options.get(FILE));
        String realm = System.getProperty(ExportImportConfig.REALM_NAME, options.get(REALM_NAME));
        return new FileExport(
                session.getKeycloakSessionFactory(),
                new File(Objects.requireNonNull(file, "no file to export to")),
                realm);
    }

    @Override
    public int order() {
        return 100;
    }
}
