package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegisteredField;
import org.workfrontoauth2.keycloak.registration.RegisteredApplications;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/** Registered applications and their clients, as administrators read them. Times are RFC 3339 in UTC. */
final class RegisteredApplicationDocument {

    /** What changes with every device that registers; the tag is left alone by it. */
    private static final List<String> OF_ITS_USE = List.of("clients", "lastRegistrationAt");

    private RegisteredApplicationDocument() {}

    /** The fields, and how it is used. */
    static Map<String, Object> of(RegisteredApplicationEntity entity, RegisteredApplications.Use use) {
        RegisteredApplication application = entity.application();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", application.id());
        document.put(RegisteredField.NAME.member(), application.name());
        putNullable(
                document,
                RegisteredField.VERSION.member(),
                application.version().orElse(null));
        document.put(RegisteredField.PLATFORMS.member(), application.platforms());
        document.put(RegisteredField.SCOPES.member(), application.scopes());
        document.put(
                RegisteredField.REDIRECT_DOMAINS.member(), application.targets().domains());
        document.put(
                RegisteredField.CUSTOM_SCHEMES.member(), application.targets().schemes());
        document.put("createdAt", time(entity.createdAt()));
        putNullable(document, "createdBy", entity.createdBy());
        document.put("clients", use.clients());
        putNullable(
                document,
                "lastRegistrationAt",
                use.lastRegistrationAt()
                        .map(RegisteredApplicationDocument::time)
                        .orElse(null));
        putNullable(
                document,
                "revokedAt",
                entity.revokedAt().map(RegisteredApplicationDocument::time).orElse(null));
        return document;
    }

    /** Changes with every change of an administrator's, and with nothing else. */
    static EntityTag tag(Map<String, Object> document) {
        Map<String, Object> own = new LinkedHashMap<>(document);
        OF_ITS_USE.forEach(own::remove);
        return AdministrationRequest.tag(own);
    }

    /** A client; never its secret. */
    static Map<String, Object> client(RegisteredClientEntity client) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("clientId", client.id());
        document.put("createdAt", time(client.createdAt()));
        putNullable(
                document,
                "lastUsedAt",
                client.lastUsedAt().map(RegisteredApplicationDocument::time).orElse(null));
        putNullable(document, "redirectUri", client.redirectUri().orElse(null));
        document.put("device", client.device().fields());
        return document;
    }

    /** Members without a value are there, and null. */
    @SuppressWarnings("NullAway")
    private static void putNullable(Map<String, Object> document, String member, @Nullable Object value) {
        document.put(member, value);
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
