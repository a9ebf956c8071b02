package org.workfrontoauth2.keycloak.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.exportimport.ExportProvider;
import org.keycloak.exportimport.util.ExportImportSessionTask;
import org.keycloak.exportimport.util.ExportUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.ServicesLogger;
import org.keycloak.services.util.ObjectMapperResolver;

/** {@code kc.sh export --file}. Keycloak's own export cannot be extended, so this one does its two steps itself. */
final class FileExport implements ExportProvider {

    private final KeycloakSessionFactory factory;
    private final File file;
    private final @Nullable String realmName;

    FileExport(KeycloakSessionFactory factory, File file, @Nullable String realmName) {
        this.factory = factory;
        this.file = file;
        this.realmName = realmName;
    }

    @Override
    public void exportModel() {
        new ExportImportSessionTask() {
            @Override
            protected void runExportImportTask(KeycloakSession session) throws IOException {
                if (realmName == null) {
                    ServicesLogger.LOGGER.fullModelExportRequested();
                    write(session.realms().getRealmsStream().map(realm -> exported(session, realm)));
                } else {
                    ServicesLogger.LOGGER.realmExportRequested(realmName);
                    write(exported(session, realm(session, realmName)));
                }
            }
        }.runTask(factory);
        ServicesLogger.LOGGER.exportSuccess();
    }

    private static RealmModel realm(KeycloakSession session, String name) {
        return Optional.ofNullable(session.realms().getRealmByName(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no realm '" + name + "' to export"));
    }

    private static RealmRepresentation exported(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        return ExportedRealm.complete(session, realm, ExportUtils.exportRealm(session, realm, true, true));
    }

    /** One realm, or a {@link Stream} of them. */
    private void write(Object realms) throws IOException {
        ObjectMapper mapper = ObjectMapperResolver.createStreamSerializer();
        mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).enable(SerializationFeature.INDENT_OUTPUT);
        mapper.writeValue(file, realms);
    }

    @Override
    public void close() {}
}
