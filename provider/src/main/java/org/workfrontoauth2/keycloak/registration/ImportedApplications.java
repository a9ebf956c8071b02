package org.workfrontoauth2.keycloak.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.util.JsonSerialization;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.registration.CarriedApplication;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegisteredField;
import org.workfrontoauth2.keycloak.language.BrokenRule;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/**
 * Moves the registered applications that a realm import may carry in an attribute into our table, and removes the attribute;
 * refuses the import as a whole when one of them cannot be read. Writes that attribute for a full export. Clients are neither imported nor exported: devices register again.
 */
public final class ImportedApplications implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ImportedApplications.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
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
        read(session, realm, text).forEach(carried -> create(applications, realm, carried));
    }

    private static List<CarriedApplication> read(KeycloakSession session, RealmModel realm, String text) {
        try {
            return CarriedApplication.read(json(text));
        } catch (AdministrationRefused refused) {
            // Where a server imports at its start, nobody reads the answer.
            LOG.errorf(
                    "Realm %s is not imported. %s",
                    realm.getName(), refused.said().english());
            throw new BrokenRule(session, refused.said());
        }
    }

    /** Null if it is not JSON, because the parser's message would quote it. */
    private static @Nullable Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void create(RegisteredApplications applications, RealmModel realm, CarriedApplication carried) {
        RegisteredApplicationEntity created = applications.create(
                id(applications, realm, carried),
                carried.statementId().orElseGet(ImportedApplications::newId),
                carried.fields(),
                carried.createdAt().orElseGet(Registration::now),
                null);
        carried.revokedAt().ifPresent(created::revoke);
    }

    /** A realm that is imported once more under another name has keys and statements of its own: it needs other IDs. */
    private static String id(RegisteredApplications applications, RealmModel realm, CarriedApplication carried) {
        Optional<String> free = carried.id().filter(id -> !applications.isTaken(id));
        if (free.isEmpty() && carried.id().isPresent()) {
            LOG.warnf(
                    "The registered application %s of realm %s gets a new ID: another realm has one with that ID."
                            + " Its software statement must be downloaded again",
                    carried.id().get(), realm.getName());
        }
        return free.orElseGet(ImportedApplications::newId);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
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
        members.put(CarriedApplication.ID, application.id());
        members.put(CarriedApplication.STATEMENT_ID, application.statementId());
        members.put(RegisteredField.NAME.member(), application.name());
        application.version().ifPresent(version -> members.put(RegisteredField.VERSION.member(), version));
        members.put(RegisteredField.PLATFORMS.member(), application.platforms());
        members.put(RegisteredField.SCOPES.member(), application.scopes());
        members.put(
                RegisteredField.REDIRECT_DOMAINS.member(), application.targets().domains());
        members.put(
                RegisteredField.CUSTOM_SCHEMES.member(), application.targets().schemes());
        members.put(CarriedApplication.CREATED_AT, entity.createdAt().toString());
        entity.revokedAt().ifPresent(moment -> members.put(CarriedApplication.REVOKED_AT, moment.toString()));
        return members;
    }
}
