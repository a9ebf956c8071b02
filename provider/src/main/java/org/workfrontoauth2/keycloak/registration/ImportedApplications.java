package org.workfrontoauth2.keycloak.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegisteredField;
import org.workfrontoauth2.contract.registration.RegisteredPatch;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/**
 * Moves the registered applications that a realm import may carry in an attribute into our table, and removes the attribute;
 * writes that attribute for a full export. Clients are neither imported nor exported: devices register again.
 */
public final class ImportedApplications implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ImportedApplications.class);
    private static final TypeReference<List<Map<String, @Nullable Object>>> LIST = new TypeReference<>() {};
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,35}");
    private static final String SOFTWARE_ID = "id";
    private static final String STATEMENT_ID = "statementId";
    private static final String CREATED_AT = "createdAt";
    private static final String REVOKED_AT = "revokedAt";
    private static final String ATTRIBUTE = Setting.REGISTERED_APPLICATIONS.key();

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent done) {
            move(done.getKeycloakSession(), done.getCreatedRealm());
        }
    }

    private static void move(KeycloakSession session, RealmModel realm) {
        String text = realm.getAttribute(ATTRIBUTE);
        if (text == null) {
            return;
        }
        realm.removeAttribute(ATTRIBUTE);
        RegisteredApplications applications = new RegisteredApplications(session, realm);
        try {
            for (Map<String, @Nullable Object> sent : JsonSerialization.readValue(text, LIST)) {
                create(applications, new HashMap<>(sent));
            }
        } catch (IOException | AdministrationRefused | DateTimeParseException e) {
            LOG.warnf("The registered applications in the import of realm %s cannot be read", realm.getName());
        }
    }

    private static void create(RegisteredApplications applications, Map<String, @Nullable Object> sent)
            throws AdministrationRefused {
        Optional<String> id = taken(sent, SOFTWARE_ID).filter(given -> !applications.isTaken(given));
        Optional<String> statementId = taken(sent, STATEMENT_ID);
        Optional<Instant> createdAt = instant(sent, CREATED_AT);
        Optional<Instant> revokedAt = instant(sent, REVOKED_AT);
        RegisteredPatch fields = RegisteredPatch.creation(sent);
        RegisteredApplicationEntity created = applications.create(
                id.orElseGet(() -> UUID.randomUUID().toString()),
                statementId.orElseGet(() -> UUID.randomUUID().toString()),
                fields,
                createdAt.orElseGet(Registration::now),
                null);
        revokedAt.ifPresent(created::revoke);
    }

    private static Optional<String> taken(Map<String, @Nullable Object> sent, String member) {
        return sent.remove(member) instanceof String text && ID.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Instant> instant(Map<String, @Nullable Object> sent, String member) {
        return sent.remove(member) instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    }

    /** What a full export says of this realm's; empty when it has none. */
    public static Optional<String> exported(KeycloakSession session, RealmModel realm) {
        List<Map<String, Object>> all = new RegisteredApplications(session, realm)
                .page(0, Integer.MAX_VALUE).stream()
                        .map(ImportedApplications::exported)
                        .toList();
        try {
            return all.isEmpty() ? Optional.empty() : Optional.of(JsonSerialization.writeValueAsString(all));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Object> exported(RegisteredApplicationEntity entity) {
        RegisteredApplication application = entity.application();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(SOFTWARE_ID, application.id());
        members.put(STATEMENT_ID, application.statementId());
        members.put(RegisteredField.NAME.member(), application.name());
        application.version().ifPresent(version -> members.put(RegisteredField.VERSION.member(), version));
        members.put(RegisteredField.PLATFORMS.member(), application.platforms());
        members.put(RegisteredField.SCOPES.member(), application.scopes());
        members.put(
                RegisteredField.REDIRECT_DOMAINS.member(), application.targets().domains());
        members.put(
                RegisteredField.CUSTOM_SCHEMES.member(), application.targets().schemes());
        members.put(CREATED_AT, entity.createdAt().toString());
        entity.revokedAt().ifPresent(moment -> members.put(REVOKED_AT, moment.toString()));
        return members;
    }
}
