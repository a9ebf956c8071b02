package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.registration.RedirectTargets;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegisteredField;
import org.workfrontoauth2.contract.registration.RegisteredPatch;

/** A registered application, as it is stored. */
@Entity
@DynamicUpdate
@Table(name = "WORKFRONT_REGISTERED_APP")
public class RegisteredApplicationEntity {

    /** No element of a list contains one. */
    private static final String BETWEEN = "\n";

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "STATEMENT_ID", length = 36, nullable = false)
    private String statementId = "";

    @Column(name = "NAME", nullable = false)
    private String name = "";

    @Column(name = "VERSION", length = 64)
    private @Nullable String version;

    @Column(name = "PLATFORMS", length = 1400)
    private @Nullable String platforms;

    @Column(name = "SCOPES", length = 2100)
    private @Nullable String scopes;

    @Column(name = "REDIRECT_DOMAINS", length = 3900)
    private @Nullable String redirectDomains;

    @Column(name = "CUSTOM_SCHEMES", length = 1400)
    private @Nullable String customSchemes;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "CREATED_BY")
    private @Nullable String createdBy;

    @Column(name = "REVOKED_AT")
    private @Nullable Long revokedAt;

    /** For the persistence provider. */
    protected RegisteredApplicationEntity() {}

    public RegisteredApplicationEntity(
            String id, String realmId, String statementId, Instant createdAt, @Nullable String createdBy) {
        this.id = id;
        this.realmId = realmId;
        this.statementId = statementId;
        this.createdAt = createdAt.toEpochMilli();
        this.createdBy = createdBy;
    }

    /** Writes the fields that were sent. */
    public void write(RegisteredPatch patch) {
        patch.text(RegisteredField.NAME).ifPresent(text -> name = text);
        if (patch.has(RegisteredField.VERSION)) {
            version = patch.text(RegisteredField.VERSION).orElse(null);
        }
        platforms = written(patch, RegisteredField.PLATFORMS, platforms);
        scopes = written(patch, RegisteredField.SCOPES, scopes);
        redirectDomains = written(patch, RegisteredField.REDIRECT_DOMAINS, redirectDomains);
        customSchemes = written(patch, RegisteredField.CUSTOM_SCHEMES, customSchemes);
    }

    private static @Nullable String written(RegisteredPatch patch, RegisteredField field, @Nullable String present) {
        if (!patch.has(field)) {
            return present;
        }
        List<String> texts = patch.texts(field);
        return texts.isEmpty() ? null : String.join(BETWEEN, texts);
    }

    private static List<String> list(@Nullable String column) {
        return column == null || column.isEmpty() ? List.of() : List.of(column.split(BETWEEN));
    }

    /** It ends for good; the first time counts. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now.toEpochMilli();
        }
    }

    public String realmId() {
        return realmId;
    }

    /** What it is, apart from where it is stored. */
    public RegisteredApplication application() {
        return new RegisteredApplication(
                id,
                name,
                Optional.ofNullable(version),
                list(platforms),
                list(scopes),
                new RedirectTargets(list(redirectDomains), list(customSchemes)),
                statementId,
                revokedAt != null);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** The username of the administrator; null when it came with a realm import. */
    public @Nullable String createdBy() {
        return createdBy;
    }

    /** Empty: it is not revoked. */
    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt).map(Instant::ofEpochMilli);
    }
}
