package org.workfrontoauth2.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.contract.Redemption;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.contract.Rotation;

/**
 * Everything that one authorization code started: tokens with a common start and last use (contract, section 6). The
 * grant begins when the code is issued, and has ended when its row is deleted.
 */
@Entity
@Table(name = "WORKFRONT_GRANT")
public class GrantEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "CLIENT_ID", length = 36, nullable = false)
    private String clientId = "";

    @Column(name = "USER_ID", nullable = false)
    private String userId = "";

    @Column(name = "LOGIN_ID")
    private @Nullable String loginId;

    /** Since when that login cannot be found; null: it could be, the last time somebody looked. */
    @Column(name = "LOGIN_MISSED_AT")
    private @Nullable Long loginMissedAt;

    @Column(name = "DOMAIN", nullable = false)
    private String domain = "";

    @Column(name = "LANE", nullable = false)
    private String lane = "";

    @Column(name = "CONSENTED_AT", nullable = false)
    private long consentedAt;

    @Column(name = "LAST_USED_AT", nullable = false)
    private long lastUsedAt;

    @Column(name = "LAST_LOGIN_AT", nullable = false)
    private long lastLoginAt;

    @Column(name = "REDEEMED", nullable = false)
    private boolean redeemed;

    @Column(name = "EPOCH", nullable = false)
    private int epoch;

    @Column(name = "GENERATION", nullable = false)
    private long generation;

    /** The column's name is older than what it holds. */
    @Column(name = "ROTATED_AT", nullable = false)
    private long graceUntil;

    @Column(name = "MACHINE", nullable = false)
    private boolean machine;

    @Column(name = "REDIRECT_HASH", length = 64)
    private @Nullable String redirectHash;

    @Column(name = "CHALLENGE", length = 128)
    private @Nullable String challenge;

    @Column(name = "SCOPE_ASKED", nullable = false)
    private boolean scopeAsked;

    /** For the persistence provider. */
    protected GrantEntity() {}

    public GrantEntity(
            UUID id,
            String realmId,
            String clientId,
            String userId,
            @Nullable String loginId,
            Organisation organisation,
            Instant consentedAt) {
        this.id = id.toString();
        this.realmId = realmId;
        this.clientId = clientId;
        this.userId = userId;
        this.loginId = loginId;
        this.domain = organisation.domain();
        this.lane = organisation.lane();
        this.consentedAt = consentedAt.toEpochMilli();
        this.lastUsedAt = this.consentedAt;
    }

    /** Of JWT exchanges: no code, no refresh token, used again as long as it stands. */
    public static GrantEntity ofMachine(
            UUID id, String realmId, String clientId, String userId, Organisation organisation, Instant now) {
        GrantEntity grant = new GrantEntity(id, realmId, clientId, userId, null, organisation, now);
        grant.machine = true;
        grant.redeemed = true;
        return grant;
    }

    /** The code of this grant goes to this redirect URL, and is redeemed by who knows the verifier of this challenge. */
    public GrantEntity boundTo(String redirectUri, @Nullable String s256Challenge, boolean askedForScope) {
        this.redirectHash = Redemption.hash(redirectUri);
        this.challenge = s256Challenge;
        this.scopeAsked = askedForScope;
        return this;
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public String realmId() {
        return realmId;
    }

    /** Keycloak's own ID of the client, not the {@code client_id}. */
    public String clientId() {
        return clientId;
    }

    public String userId() {
        return userId;
    }

    /** Keycloak's user session of the browser in which the user allowed this; null once that login has ended. */
    public @Nullable String loginId() {
        return loginId;
    }

    /** Since when that login cannot be found; empty: it could be, the last time somebody looked. */
    public Optional<Instant> loginMissedAt() {
        return Optional.ofNullable(loginMissedAt).map(Instant::ofEpochMilli);
    }

    /** The host it began on; of exchanges, the first one's (decision 0016). */
    public Organisation organisation() {
        return new Organisation(domain, lane);
    }

    public Instant consentedAt() {
        return Instant.ofEpochMilli(consentedAt);
    }

    public Instant lastUsedAt() {
        return Instant.ofEpochMilli(lastUsedAt);
    }

    /**
     * When this grant ends by itself; empty: never. A login of the user counts like a use (contract, section 2). Grants
     * that exchanges share have no such end.
     */
    public Optional<Instant> endsAt(RefreshPolicy policy) {
        return machine ? Optional.empty() : policy.endsAt(consentedAt(), lastActiveAt());
    }

    /** When it was last used, or its user logged in. */
    public Instant lastActiveAt() {
        return Instant.ofEpochMilli(Math.max(lastUsedAt, lastLoginAt));
    }

    /** SHA-256 of the redirect URL that the code went to; empty once it has been redeemed. */
    public Optional<String> redirectHash() {
        return Optional.ofNullable(redirectHash);
    }

    /** The S256 challenge of the authorization request, if it carried one; empty once the code has been redeemed. */
    public Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    /** Whether the authorization request asked for a scope. */
    public boolean scopeAsked() {
        return scopeAsked;
    }

    /** Whether the code has been redeemed. */
    public boolean redeemed() {
        return redeemed;
    }

    public int epoch() {
        return epoch;
    }

    /** Where the refresh token stands in its rotation. */
    public Rotation rotation() {
        return new Rotation(
                generation, graceUntil == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(graceUntil)));
    }

    /** The code has been redeemed. */
    public void redeem(Instant now) {
        redeemed = true;
        redirectHash = null;
        challenge = null;
        lastUsedAt = now.toEpochMilli();
    }

    /** The current refresh token was used and stays: from now on its predecessor is reuse. */
    public void keep(Instant now) {
        graceUntil = 0;
        lastUsedAt = now.toEpochMilli();
    }

    /** The current refresh token was used and gets a successor. */
    public void rotate(Instant now, Duration grace) {
        generation++;
        graceUntil = graceUntil(now, grace);
        lastUsedAt = now.toEpochMilli();
    }

    public static long graceUntil(Instant now, Duration grace) {
        return grace.isZero() ? 0 : now.plus(grace).toEpochMilli();
    }

    /** The predecessor was used again and gets the same successor. */
    public void repeat(Instant now) {
        lastUsedAt = now.toEpochMilli();
    }

    /** Whether JWT exchanges share this grant. */
    public boolean machine() {
        return machine;
    }
}
