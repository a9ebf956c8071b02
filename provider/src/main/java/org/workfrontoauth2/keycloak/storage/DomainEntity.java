package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The name under which a realm was given its hosts. */
@Entity
@Table(name = "WORKFRONT_DOMAIN")
public class DomainEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Column(name = "NAME", length = 255, nullable = false)
    private String name = "";

    /** For the persistence provider. */
    protected DomainEntity() {}

    public DomainEntity(String realmId, String name) {
        this.realmId = realmId;
        this.name = name;
    }

    public void rename(String newName) {
        this.name = newName;
    }
}
