package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockOptions;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.LastUse;

/** All grants: begun, looked up, locked and ended. Whatever ends a grant deletes its row, at once for every node. */
public final class Grants {

    /** The longest life of a session ID of an exchange: after that nothing is left of a grant that is not used. */
    public static final Duration LONGEST_MACHINE_SESSION = Duration.ofDays(30);

    /** How many are ended in one transaction, where there may be many. */
    static final int MOST_AT_ONCE = 500;

    /** What {@link GrantEntity#endsAt} says, for many grants at once: the policy in force is kept with the application. */
    private static final String ENDED = "select 1 from ApplicationEntity p where p.clientId = g.clientId and ("
            + "g.consentedAt + 1000 * p.absoluteSeconds <= :now"
            + " or g.lastUsedAt + 1000 * p.inactiveSeconds <= :now and g.lastLoginAt + 1000 * p.inactiveSeconds <= :now)";

    private static final String FORGET_ENDED =
            "delete from GrantEntity g where g.redeemed = true and g.machine = false and exists (" + ENDED + ")";

    private final EntityManager entities;

    public Grants(KeycloakSession session) {
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

    /** Ends what an application may do for a user without asking. */
    public void endOfMachine(String clientId, String userId) {
        entities.createQuery(
                        "delete from GrantEntity g where g.clientId = :client and g.userId = :user and g.machine = true")
                .setParameter("client", clientId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets grants of exchanges that no session ID can be left of. */
    public int forgetMachines(Duration age) {
        return entities.createQuery("delete from GrantEntity g where g.machine = true and g.lastUsedAt < :before")
                .setParameter("before", now().minus(age).toEpochMilli())
                .executeUpdate();
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
        boolean written = change(grant, "g.graceUntil = :grace, g.lastUsedAt = :now", now, 0);
        grant.keep(now);
        return written;
    }

    /** The same for one that gets a successor. */
    public boolean rotateIfCurrent(GrantEntity grant, Instant now, Duration grace) {
        entities.detach(grant);
        boolean written = change(
                grant,
                "g.generation = g.generation + 1, g.graceUntil = :grace, g.lastUsedAt = :now",
                now,
                GrantEntity.graceUntil(now, grace));
        grant.rotate(now, grace);
        return written;
    }

    private boolean change(GrantEntity grant, String assignments, Instant now, long graceUntil) {
        return entities.createQuery("update GrantEntity g set " + assignments
                                + " where g.id = :id and g.generation = :generation and g.redeemed = true")
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("grace", graceUntil)
                        .setParameter("id", grant.id().toString())
                        .setParameter("generation", grant.rotation().generation())
                        .executeUpdate()
                == 1;
    }

    /** Redeems the code of this grant, unless that was done since this request read it; as above. */
    public boolean redeemIfFresh(GrantEntity grant, Instant now) {
        entities.detach(grant);
        boolean written = entities.createQuery("update GrantEntity g set g.redeemed = true, g.redirectHash = null,"
                                + " g.challenge = null, g.lastUsedAt = :now where g.id = :id and g.redeemed = false")
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("id", grant.id().toString())
                        .executeUpdate()
                == 1;
        grant.redeem(now);
        return written;
    }

    /** Ends the grant, if it has not ended: its session IDs and refresh tokens are dead. */
    public void end(GrantEntity grant) {
        entities.detach(grant);
        entities.createQuery("delete from GrantEntity g where g.id = :id")
                .setParameter("id", grant.id().toString())
                .executeUpdate();
    }

    /** A login cannot be found; unless somebody noticed before. */
    public void loginMissed(String loginId, Instant now) {
        entities.createQuery("update GrantEntity g set g.loginMissedAt = :now"
                        + " where g.loginId = :login and g.loginMissedAt is null")
                .setParameter("now", now.toEpochMilli())
                .setParameter("login", loginId)
                .executeUpdate();
    }

    /** A login that could not be found is there after all. */
    public void loginFound(String loginId) {
        entities.createQuery("update GrantEntity g set g.loginMissedAt = null where g.loginId = :login")
                .setParameter("login", loginId)
                .executeUpdate();
    }

    /** A browser's login has ended: session IDs issued while it lasted are dead, refresh tokens live on. */
    public void loginEnded(String loginId) {
        entities.createQuery("update GrantEntity g set g.epoch = g.epoch + 1, g.loginId = null, g.loginMissedAt = null"
                        + " where g.loginId = :login")
                .setParameter("login", loginId)
                .executeUpdate();
    }

    /** An administrator has ended a login: every grant that began in it ends. */
    public void endOfLogin(String loginId) {
        entities.createQuery("delete from GrantEntity g where g.loginId = :login")
                .setParameter("login", loginId)
                .executeUpdate();
    }

    /** A user is disabled or gone. */
    public void endOfUser(String realmId, String userId) {
        entities.createQuery("delete from GrantEntity g where g.realmId = :realm and g.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /**
     * A user was deleted, perhaps by Keycloak itself while a request that holds one of the rows asks for the user: it must
     * not wait for that request. Such a row is of no use to anybody, and swept.
     */
    void endWhatIsFreeOfUser(String realmId, String userId) {
        List<String> all = entities.createQuery(
                        "select g.id from GrantEntity g where g.realmId = :realm and g.userId = :user", String.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList();
        free(all).forEach(entities::remove);
        entities.flush();
    }

    /** Those of these grants that nobody is using at this moment: locked, read again, and waited for by nobody. */
    List<GrantEntity> free(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select g from GrantEntity g where g.id in :ids", GrantEntity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                .getResultList();
    }

    /**
     * What a user has for an application beyond this many: codes that were not redeemed, oldest first, or grants, longest
     * unused first.
     */
    List<String> beyond(int most, String clientId, String userId, boolean redeemed) {
        return entities.createQuery(
                        "select g.id from GrantEntity g where g.clientId = :client and g.userId = :user"
                                + " and g.machine = false and g.redeemed = :redeemed"
                                + " order by g.lastUsedAt desc, g.consentedAt desc, g.id",
                        String.class)
                .setParameter("client", clientId)
                .setParameter("user", userId)
                .setParameter("redeemed", redeemed)
                .setFirstResult(most)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    /** Ends everything an application has, codes that were handed out included. */
    public void endOfApplication(String clientId) {
        entities.createQuery("delete from GrantEntity g where g.clientId = :client")
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** Whether a grant of this application for this user stands. */
    boolean oneStands(String clientId, String userId) {
        forgetEnded(clientId);
        return !entities.createQuery(
                        "select g.id from GrantEntity g where g.clientId = :client and g.userId = :user"
                                + " and g.redeemed = true",
                        String.class)
                .setParameter("client", clientId)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** For whom this application may act, or has a code to begin with. */
    List<String> usersOf(String clientId) {
        return entities.createQuery(
                        "select distinct g.userId from GrantEntity g where g.clientId = :client", String.class)
                .setParameter("client", clientId)
                .getResultList();
    }

    /** The user has logged in: what has not ended by then stays for another while. */
    public void loggedIn(String realmId, String userId) {
        entities.createQuery("update GrantEntity g set g.lastLoginAt = :now"
                        + " where g.realmId = :realm and g.userId = :user and g.redeemed = true and g.machine = false"
                        + " and not exists (" + ENDED + ")")
                .setParameter("now", now().toEpochMilli())
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets grants that have ended by themselves. */
    public int forgetEnded() {
        return entities.createQuery(FORGET_ENDED)
                .setParameter("now", now().toEpochMilli())
                .executeUpdate();
    }

    /** Forgets the grants of one application that have ended by themselves. */
    void forgetEnded(String clientId) {
        entities.flush();
        entities.createQuery(FORGET_ENDED + " and g.clientId = :client")
                .setParameter("now", now().toEpochMilli())
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** Forgets codes that were never redeemed. */
    public int forgetUnredeemed(Duration age) {
        return entities.createQuery("delete from GrantEntity g where g.redeemed = false and g.consentedAt < :before")
                .setParameter("before", now().minus(age).toEpochMilli())
                .executeUpdate();
    }
}
