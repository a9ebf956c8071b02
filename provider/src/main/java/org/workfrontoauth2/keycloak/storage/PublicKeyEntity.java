package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A public key of a machine to machine application, and the user it belongs to. */
@Entity
@Table(name = "WORKFRONT_PUBLIC_KEY")
public class PublicKeyEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "CLIENT_ID", length = 36, nullable = false)
    private String clientId = "";

    @Column(name = "USER_ID", nullable = false)
    private String userId = "";

    @Column(name = "KID", length = 64, nullable = false)
    private String kid = "";

    @Column(name = "PEM", length = 4000, nullable = false)
    private String pem = "";

    @Column(name = "ADDED_AT", nullable = false)
    private long addedAt;

    @Column(name = "ADDED_BY")
    private @Nullable String addedBy;

    /** For the persistence provider. */
    protected PublicKeyEntity() {}

    public PublicKeyEntity(
            String id, String clientId, String userId, String kid, String pem, long addedAt, String addedBy) {
        this.id = id;
        this.clientId = clientId;
        this.userId = userId;
        this.kid = kid;
        this.pem = pem;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    /** Keycloak's ID of the user in whose name a JWT signed with it speaks. */
    public String userId() {
        return userId;
    }

    /** The JWK thumbprint (RFC 7638). */
    public String kid() {
        return kid;
    }

    public String pem() {
        return pem;
    }

    /** Milliseconds since the epoch. */
    public long addedAt() {
        return addedAt;
    }

    /** The username of the administrator. */
    public @Nullable String addedBy() {
        return addedBy;
    }
}
