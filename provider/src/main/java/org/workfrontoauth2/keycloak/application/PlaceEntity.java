package org.workfrontoauth2.keycloak.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

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

    /** Milliseconds since the epoch; null: never used. */
    public @Nullable Long lastUsedAt() {
        return lastUsedAt;
    }
}
