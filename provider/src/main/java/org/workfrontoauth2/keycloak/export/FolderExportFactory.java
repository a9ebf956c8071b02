package org.workfrontoauth2.keycloak.export;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.exportimport.ExportProvider;
import org.keycloak.exportimport.ExportProviderFactory;
import org.keycloak.exportimport.dir.DirExportProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's export to a folder with {@link FolderExport}. Its options do not change. */
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
        return new FolderExport(session.getKeycloakSessionFactory(), options);
    }

    @Override
    public int order() {
        return 100;
    }
}
