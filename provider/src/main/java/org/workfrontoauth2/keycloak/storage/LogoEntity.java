package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.workfrontoauth2.contract.LogoImage;

/** The logo of an application, as it was uploaded. */
@Entity
@Table(name = "WORKFRONT_LOGO")
public class LogoEntity {

    @Id
    @Column(name = "CLIENT_ID", length = 36)
    private String clientId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "SHA256", length = 64, nullable = false)
    private String sha256 = "";

    @Column(name = "MEDIA_TYPE", length = 32, nullable = false)
    private String mediaType = "";

    // Not @Lob: on PostgreSQL that is a large object, which nothing deletes with its row.
    @Column(name = "IMAGE", length = LogoImage.MAX_BYTES, nullable = false)
    private byte[] image = new byte[0];

    /** For the persistence provider. */
    protected LogoEntity() {}

    public LogoEntity(String clientId, String realmId) {
        this.clientId = clientId;
        this.realmId = realmId;
    }

    public void show(String type, String hash, byte[] bytes) {
        this.mediaType = type;
        this.sha256 = hash;
        this.image = bytes.clone();
    }

    public String sha256() {
        return sha256;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] image() {
        return image.clone();
    }
}
