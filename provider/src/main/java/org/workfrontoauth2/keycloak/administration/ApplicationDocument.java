package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.core.EntityTag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.ApplicationClient;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.grant.Owners;
import org.workfrontoauth2.keycloak.grant.StandingGrants;
import org.workfrontoauth2.keycloak.logo.Logos;
import org.workfrontoauth2.keycloak.session.Users;
import org.workfrontoauth2.keycloak.storage.ApplicationEntity;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/** Writes applications, their secrets and their grants as JSON; never a secret or a hash. */
final class ApplicationDocument {

    private final KeycloakSession session;
    private final RealmModel realm;

    ApplicationDocument(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Map<String, Object> of(ClientModel client) {
        Map<String, Object> document = state(client);
        document.put("secrets", secrets(client));
        put(
                document,
                "lastUsedAt",
                new Places(session)
                        .of(client)
                        .map(ApplicationEntity::lastUsedAt)
                        .map(ApplicationDocument::time)
                        .orElse(null));
        document.put("activeGrants", standing(client).map(StandingGrants::count).orElse(0L));
        return document;
    }

    /** What only administrators change; secrets say when they were last used. */
    private Map<String, Object> state(ClientModel client) {
        Map<String, Object> document = new LinkedHashMap<>();
        ApplicationClient fields = new ApplicationClient(client);
        document.put("clientId", client.getClientId());
        put(document, "type", client.getAttribute(Setting.TYPE.key()));
        put(document, ApplicationField.NAME.member(), client.getName());
        put(document, ApplicationField.DESCRIPTION.member(), client.getDescription());
        Optional<ApplicationSettings> settings = ApplicationSettings.read(client::getAttribute);
        settings.ifPresent(readable -> settings(document, client, readable));
        for (ApplicationField field : List.of(
                ApplicationField.APP_DESCRIPTION_URL,
                ApplicationField.DEVELOPER_NAME,
                ApplicationField.DEVELOPER_EMAIL,
                ApplicationField.PRIVACY_POLICY_URL)) {
            put(document, field.member(), fields.attribute(field));
        }
        put(
                document,
                "logoUrl",
                new Logos(session).hashOf(client).map(this::logoUrl).orElse(null));
        document.put(
                "publicKeys",
                new PublicKeys(session).of(client).stream().map(this::publicKey).toList());
        Optional<ApplicationEntity> place = new Places(session).of(client);
        put(
                document,
                "createdAt",
                place.map(ApplicationEntity::createdAt)
                        .map(ApplicationDocument::time)
                        .orElse(null));
        put(document, "createdBy", place.map(ApplicationEntity::createdBy).orElse(null));
        return document;
    }

    /**
     * The tag of its state (RFC 9110, 8.8.3): another one after every change by an administrator, the same one however often
     * the application is used. The revision is the database's: what this node has cached may be a moment old.
     */
    EntityTag tag(ClientModel client) {
        long revision = new Places(session).revision(client);
        Map<String, Object> state = state(client);
        state.put("revision", revision);
        return AdministrationRequest.tag(state);
    }

    private static void settings(Map<String, Object> document, ClientModel client, ApplicationSettings settings) {
        document.put(ApplicationField.STANDARD_RESPONSES.member(), settings.dialect() == Dialect.OAUTH);
        if (!settings.type().hasRedirectUrls()) {
            return;
        }
        RefreshPolicy refresh = settings.refresh();
        document.put(
                ApplicationField.REDIRECT_URLS.member(),
                client.getRedirectUris().stream().sorted().toList());
        document.put(ApplicationField.ROTATE.member(), refresh.rotates());
        document.put(ApplicationField.GRACE.member(), refresh.grace().toSeconds());
        put(
                document,
                ApplicationField.ABSOLUTE_EXPIRATION.member(),
                refresh.absolute().map(Duration::toSeconds).orElse(null));
        put(
                document,
                ApplicationField.INACTIVE_EXPIRATION.member(),
                refresh.inactive().map(Duration::toSeconds).orElse(null));
    }

    private List<Map<String, Object>> secrets(ClientModel client) {
        return new Secrets(session)
                .of(client).stream().map(ApplicationDocument::secret).toList();
    }

    /** A secret as lists show it. */
    static Map<String, Object> secret(SecretEntity secret) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", secret.getId());
        put(document, "createdAt", time(secret.getCreatedAt()));
        Long used = secret.getLastUsedAt();
        put(document, "lastUsedAt", used == null ? null : time(used));
        return document;
    }

    /** A public key as lists show it. */
    Map<String, Object> publicKey(PublicKeyEntity key) {
        UserModel user = Users.reachable(session, realm, key.userId()).orElse(null);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kid", key.kid());
        put(document, "fingerprint", fingerprint(key));
        put(document, "addedBy", key.addedBy());
        put(document, "addedAt", time(key.addedAt()));
        put(document, "subject", user == null ? null : Users.wid(session, realm, user));
        put(document, "user", user == null ? null : user.getUsername());
        document.put("pem", key.pem());
        return document;
    }

    private static @Nullable String fingerprint(PublicKeyEntity key) {
        return PublicKeyPem.stored(key.pem()).map(PublicKeyPem::fingerprint).orElse(null);
    }

    private String logoUrl(String sha256) {
        return Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName())
                + "/integrations/oauth2/logos/" + sha256;
    }

    /** The active grants of an application. Empty if it cannot be used as an application. */
    Optional<StandingGrants> standing(ClientModel client) {
        return Application.of(client).map(application -> new StandingGrants(session, realm, application));
    }

    /** A grant as lists show it. */
    Map<String, Object> grant(ClientModel client, GrantEntity grant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", grant.id().toString());
        put(
                document,
                "user",
                new Owners(session, realm)
                        .of(grant.userId())
                        .user()
                        .map(UserModel::getUsername)
                        .orElse(null));
        put(document, "createdAt", time(grant.consentedAt().toEpochMilli()));
        put(document, "lastUsedAt", time(grant.lastUsedAt().toEpochMilli()));
        put(
                document,
                "expiresAt",
                ApplicationSettings.read(client::getAttribute)
                        .flatMap(settings -> grant.endsAt(settings.refresh()))
                        .map(Instant::toEpochMilli)
                        .map(ApplicationDocument::time)
                        .orElse(null));
        return document;
    }

    /** RFC 3339 in UTC. */
    static String time(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Members without a value are there all the same: clients need not ask whether. */
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> document, String member, @Nullable Object value) {
        document.put(member, value);
    }
}
