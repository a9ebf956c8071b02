package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.registration.DeviceInfo;

/** A client that a device has registered: the hash of its secret, never the secret. */
@Entity
@DynamicUpdate
@Table(name = "WORKFRONT_REGISTERED_CLIENT")
public class RegisteredClientEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "APPLICATION_ID", length = 36, nullable = false)
    private String applicationId = "";

    @Column(name = "SECRET_HASH", length = 64, nullable = false)
    private String secretHash = "";

    @Column(name = "REDIRECT_URI", length = 1000)
    private @Nullable String redirectUri;

    @Column(name = "DEVICE", length = 3000, nullable = false)
    private String device = "{}";

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "LAST_USED_AT", nullable = false)
    private long lastUsedAt;

    /** For the persistence provider. */
    protected RegisteredClientEntity() {}

    public RegisteredClientEntity(
            String id,
            String applicationId,
            String secretHash,
            Optional<String> redirectUri,
            DeviceInfo device,
            Instant now) {
        this.id = id;
        this.applicationId = applicationId;
        this.secretHash = secretHash;
        this.redirectUri = redirectUri.orElse(null);
        this.device = device.text();
        this.createdAt = now.toEpochMilli();
        this.lastUsedAt = now.toEpochMilli();
    }

    /** The client ID. */
    public String id() {
        return id;
    }

    public String applicationId() {
        return applicationId;
    }

    public boolean hasSecret(String secret) {
        return Digest.same(secretHash, Digest.sha256Hex(secret));
    }

    public Optional<String> redirectUri() {
        return Optional.ofNullable(redirectUri);
    }

    public DeviceInfo device() {
        return DeviceInfo.stored(device);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** When it last got an access token, may lag by an hour; empty when it never did. */
    public Optional<Instant> lastUsedAt() {
        return lastUsedAt == createdAt ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastUsedAt));
    }
}
