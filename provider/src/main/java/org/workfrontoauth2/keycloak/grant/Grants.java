package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.keycloak.mount.VerifiedSessions;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.LastUse;

/**
 * Begins, finds, locks and ends grants. A grant ends when its row is deleted, which takes effect immediately on every
 * node.
 */
public final class Grants {

    /** In SQL, because Hibernate translates a JPQL update anew for each request: that costs more than what is written. */
    private static final String UPDATE = "update {h-schema}WORKFRONT_GRANT set ";

    private static final String KEEP = UPDATE + "ROTATED_AT = :grace, LAST_USED_AT = :now"
            + " where ID = :id and GENERATION = :generation and REDEEMED = :redeemed";

    private static final String ROTATE = UPDATE
            + "GENERATION = GENERATION + 1, ROTATED_AT = :grace, LAST_USED_AT = :now"
            + " where ID = :id and GENERATION = :generation and REDEEMED = :redeemed";

    private static final String REDEEM = UPDATE
            + "REDEEMED = :redeemed, REDIRECT_HASH = null, CHALLENGE = null, LAST_USED_AT = :now"
            + " where ID = :id and REDEEMED = :fresh";

    private final KeycloakSession session;
    private final EntityManager entities;

    public Grants(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** The present, as Keycloak's clock has it. */
    public static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /** The ID of the grant that this code begins, known to both who hands out a code and who redeems it. */
    public static UUID idOf(String code) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.sha256(code.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /**
     * A code was handed out: a grant begins, not yet redeemed.
     *
     * @param redirectUri where the code went
     * @param from when it counts as begun
     * @param challenge the S256 challenge of the authorization request, if it carried one
     * @param scopeAsked whether the authorization request asked for a scope
     */
    public void begin(
            String code,
            UserSessionModel login,
            String clientId,
            Organisation organisation,
            Instant from,
            String redirectUri,
            @Nullable String challenge,
            boolean scopeAsked) {
        entities.persist(new GrantEntity(
                        idOf(code),
                        login.getRealm().getId(),
                        clientId,
                        login.getUser().getId(),
                        login.getId(),
                        organisation,
                        from)
                .boundTo(redirectUri, challenge, scopeAsked));
    }

    /** A grant that exchanges share was used; written down now and then only, because exchanges are many. */
    public void useOfMachine(GrantEntity grant, Instant now) {
        if (grant.lastUsedAt().plus(LastUse.INTERVAL).isBefore(now)) {
            entities.createQuery("update GrantEntity g set g.lastUsedAt = :now where g.id = :id")
                    .setParameter("now", now.toEpochMilli())
                    .setParameter("id", grant.id().toString())
                    .executeUpdate();
        }
    }

    /**
     * Begins that grant, for the first exchange.
     *
     * @param from when it counts as begun
     */
    public GrantEntity beginMachine(
            RealmModel realm, String clientId, String userId, Organisation organisation, Instant from) {
        GrantEntity begun =
                GrantEntity.ofMachine(UUID.randomUUID(), realm.getId(), clientId, userId, organisation, from);
        entities.persist(begun);
        return begun;
    }

    /** The grant, if it has not ended. */
    public Optional<GrantEntity> find(UUID id) {
        return Optional.ofNullable(entities.find(GrantEntity.class, id.toString()));
    }

    /** The grant, if it has not ended; nobody else, on whatever node, changes it until this request is done. */
    public Optional<GrantEntity> lock(UUID id) {
        return Optional.ofNullable(entities.find(GrantEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Like {@link #lock}, for a grant that this request has read before: what was read may be outdated. */
    public Optional<GrantEntity> lockAgain(UUID id) {
        entities.flush();
        find(id).ifPresent(entities::detach);
        return lock(id);
    }

    /**
     * Writes down that this grant's current refresh token was used, if it still is the current one.
     *
     * @param grant as this request has read it, without a lock; changed as its row is
     * @return whether it was; if not, the grant has ended or changed since, and nothing was written
     */
    public boolean keepIfCurrent(GrantEntity grant, Instant now) {
        entities.detach(grant);
        boolean written = change(KEEP, grant, now, 0);
        grant.keep(now);
        return written;
    }

    /** The same for one that gets a successor. */
    public boolean rotateIfCurrent(GrantEntity grant, Instant now, Duration grace) {
        entities.detach(grant);
        boolean written = change(ROTATE, grant, now, GrantEntity.graceUntil(now, grace));
        grant.rotate(now, grace);
        return written;
    }

    private boolean change(String statement, GrantEntity grant, Instant now, long graceUntil) {
        return written(update(statement, grant, now)
                .setParameter("redeemed", true)
                .setParameter("grace", graceUntil)
                .setParameter("generation", grant.rotation().generation()));
    }

    private Query update(String statement, GrantEntity grant, Instant now) {
        return entities.createNativeQuery(statement)
                .setParameter("now", now.toEpochMilli())
                .setParameter("id", grant.id().toString());
    }

    /** What this request has changed else waits for its end: nothing of it is in this row. */
    private static boolean written(Query update) {
        return update.setFlushMode(FlushModeType.COMMIT).executeUpdate() == 1;
    }

    /** Redeems the code of this grant, unless that was done since this request read it; as above. */
    public boolean redeemIfFresh(GrantEntity grant, Instant now) {
        entities.detach(grant);
        boolean written = written(
                update(REDEEM, grant, now).setParameter("redeemed", true).setParameter("fresh", false));
        grant.redeem(now);
        return written;
    }

    /** Ends the grant, if it has not ended: its session IDs and refresh tokens are dead. */
    public void end(GrantEntity grant) {
        entities.detach(grant);
        entities.createQuery("delete from GrantEntity g where g.id = :id")
                .setParameter("id", grant.id().toString())
                .executeUpdate();
        VerifiedSessions.forgetGrant(session, grant.id());
    }

    /** For whom this application may act, or has a code to begin with. */
    List<String> usersOf(String clientId) {
        return entities.createQuery(
                        "select distinct g.userId from GrantEntity g where g.clientId = :client", String.class)
                .setParameter("client", clientId)
                .getResultList();
    }
}
