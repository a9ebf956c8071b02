package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One client secret of an application: its hash, never the secret. */
@Entity
@Table(name = "WORKFRONT_SECRET")
public class SecretEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "CLIENT_ID", length = 36, nullable = false)
    private String clientId = "";

    @Column(name = "HASH", length = 64, nullable = false)
    private String hash = "";

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "LAST_USED_AT")
    private @Nullable Long lastUsedAt;

    /** For the persistence provider. */
    protected SecretEntity() {}

    public SecretEntity(String id, String clientId, String hash, long createdAt) {
        this.id = id;
        this.clientId = clientId;
        this.hash = hash;
        this.createdAt = createdAt;
    }

    public String getId() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public String hash() {
        return hash;
    }

    /** Milliseconds since the epoch. */
    public long getCreatedAt() {
        return createdAt;
    }

    /** Milliseconds since the epoch; null: never used. */
    public @Nullable Long getLastUsedAt() {
        return lastUsedAt;
    }
}
