package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.ApplicationType;

/**
 * An application, which takes one of the places in its realm. No two applications of a realm have the same place. Only
 * changed columns are written, because the last use and the revision are updated outside of this object.
 */
@Entity
@DynamicUpdate
@Table(name = "WORKFRONT_APPLICATION")
public class ApplicationEntity {

    @Id
    @Column(name = "CLIENT_ID", length = 36)
    private String clientId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "PLACE", nullable = false)
    private int place;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "CREATED_BY")
    private @Nullable String createdBy;

    @Column(name = "LAST_USED_AT")
    private @Nullable Long lastUsedAt;

    /** Null: the row is older than this column. */
    @Column(name = "TYPE", length = 32)
    private @Nullable String type;

    @Column(name = "ABSOLUTE_SECONDS")
    private @Nullable Long absoluteSeconds;

    @Column(name = "INACTIVE_SECONDS")
    private @Nullable Long inactiveSeconds;

    @Column(name = "REVISION", nullable = false)
    private long revision;

    /** For the persistence provider. */
    protected ApplicationEntity() {}

    public ApplicationEntity(String clientId, String realmId, int place, long createdAt) {
        this.clientId = clientId;
        this.realmId = realmId;
        this.place = place;
        this.createdAt = createdAt;
    }

    public String clientId() {
        return clientId;
    }

    /** Milliseconds since the epoch. */
    public long createdAt() {
        return createdAt;
    }

    /** The username of the administrator; null when the application came with a realm import. */
    public @Nullable String createdBy() {
        return createdBy;
    }

    /** Names the administrator. */
    public void createdBy(String username) {
        this.createdBy = username;
    }

    /** Whether these are the type and the expirations that its grants have been held to. */
    public boolean keeps(ApplicationSettings settings) {
        return settings.type().value().equals(type)
                && Objects.equals(absoluteSeconds, seconds(settings.refresh().absolute()))
                && Objects.equals(inactiveSeconds, seconds(settings.refresh().inactive()));
    }

    /** Whether its grants began with an application of this type. */
    public boolean isOf(ApplicationType now) {
        return type == null || type.equals(now.value());
    }

    /** Whether it was of this type when it was last written. */
    public boolean wasOf(ApplicationType before) {
        return before.value().equals(type);
    }

    /** From now on, its grants are held to these. */
    public void keep(ApplicationSettings settings) {
        type = settings.type().value();
        absoluteSeconds = seconds(settings.refresh().absolute());
        inactiveSeconds = seconds(settings.refresh().inactive());
    }

    private static @Nullable Long seconds(Optional<Duration> expiration) {
        return expiration.map(Duration::toSeconds).orElse(null);
    }

    /** Milliseconds since the epoch; null: never used. */
    public @Nullable Long lastUsedAt() {
        return lastUsedAt;
    }
}
