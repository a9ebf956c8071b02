package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.RefreshPolicy;

/** One of the places a realm has for applications, taken; no two applications of a realm take the same. */
@Entity
@Table(name = "WORKFRONT_APPLICATION")
public class PlaceEntity {

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

    @Column(name = "ABSOLUTE_SECONDS")
    private @Nullable Long absoluteSeconds;

    @Column(name = "INACTIVE_SECONDS")
    private @Nullable Long inactiveSeconds;

    /** For the persistence provider. */
    protected PlaceEntity() {}

    PlaceEntity(String clientId, String realmId, int place, long createdAt) {
        this.clientId = clientId;
        this.realmId = realmId;
        this.place = place;
        this.createdAt = createdAt;
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

    /** Whether these are the expirations that its grants have been held to. */
    public boolean keeps(RefreshPolicy policy) {
        return Objects.equals(absoluteSeconds, seconds(policy.absolute()))
                && Objects.equals(inactiveSeconds, seconds(policy.inactive()));
    }

    /** From now on, its grants are held to these expirations. */
    public void keep(RefreshPolicy policy) {
        absoluteSeconds = seconds(policy.absolute());
        inactiveSeconds = seconds(policy.inactive());
    }

    private static @Nullable Long seconds(Optional<Duration> expiration) {
        return expiration.map(Duration::toSeconds).orElse(null);
    }

    /** Milliseconds since the epoch; null: never used. */
    public @Nullable Long lastUsedAt() {
        return lastUsedAt;
    }
}
