package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import org.hibernate.LockOptions;
import org.hibernate.jpa.SpecHints;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.keycloak.mount.VerifiedSessions;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Ends many grants at once by deleting their rows, which takes effect immediately on every node. */
public final class GrantEnds {

    /** How long a session ID of an exchange can last. After that, a grant that is not used has nothing left. */
    public static final Duration LONGEST_MACHINE_SESSION = Duration.ofDays(30);

    /** How many are ended in one transaction, where there may be many. */
    static final int MOST_AT_ONCE = 500;

    /** What {@link GrantEntity#endsAt} says, for many grants at once: the policy in force is kept with the application. */
    static final String ENDED = "select 1 from ApplicationEntity p where p.clientId = g.clientId and ("
            + "g.consentedAt + 1000 * p.absoluteSeconds <= :now"
            + " or g.lastUsedAt + 1000 * p.inactiveSeconds <= :now and g.lastLoginAt + 1000 * p.inactiveSeconds <= :now)";

    private static final String FORGET_ENDED =
            "delete from GrantEntity g where g.redeemed = true and g.machine = false and exists (" + ENDED + ")";

    private final KeycloakSession session;
    private final EntityManager entities;

    public GrantEnds(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Ends what an application may do for a user without asking. */
    public void endOfMachine(ClientModel client, String userId) {
        entities.createQuery(
                        "delete from GrantEntity g where g.clientId = :client and g.userId = :user and g.machine = true")
                .setParameter("client", client.getId())
                .setParameter("user", userId)
                .executeUpdate();
        VerifiedSessions.forgetRealm(session, client.getRealm().getId());
    }

    /** Forgets grants of exchanges that no session ID can be left of. */
    public int forgetMachines(Duration age) {
        return entities.createQuery("delete from GrantEntity g where g.machine = true and g.lastUsedAt < :before")
                .setParameter("before", Grants.now().minus(age).toEpochMilli())
                .executeUpdate();
    }

    /** An administrator has ended a login: every grant that began in it ends. */
    public void endOfLogin(String realmId, String loginId) {
        entities.createQuery("delete from GrantEntity g where g.loginId = :login")
                .setParameter("login", loginId)
                .executeUpdate();
        VerifiedSessions.forgetRealm(session, realmId);
    }

    /** A user is disabled or gone. */
    public void endOfUser(String realmId, String userId) {
        entities.createQuery("delete from GrantEntity g where g.realmId = :realm and g.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
        VerifiedSessions.forgetRealm(session, realmId);
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
        VerifiedSessions.forgetRealm(session, realmId);
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
                // Of what is looked for, nothing is still to be written.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /** Ends everything an application has, codes that were handed out included. */
    public void endOfApplication(ClientModel client) {
        entities.createQuery("delete from GrantEntity g where g.clientId = :client")
                .setParameter("client", client.getId())
                .executeUpdate();
        VerifiedSessions.forgetRealm(session, client.getRealm().getId());
    }

    /** Forgets grants that have ended by themselves. */
    public int forgetEnded() {
        return entities.createQuery(FORGET_ENDED)
                .setParameter("now", Grants.now().toEpochMilli())
                .executeUpdate();
    }

    /** Forgets the grants of one application that have ended by themselves. */
    void forgetEnded(String clientId) {
        entities.flush();
        entities.createQuery(FORGET_ENDED + " and g.clientId = :client")
                .setParameter("now", Grants.now().toEpochMilli())
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

    /** Forgets codes that were never redeemed. */
    public int forgetUnredeemed(Duration age) {
        return entities.createQuery("delete from GrantEntity g where g.redeemed = false and g.consentedAt < :before")
                .setParameter("before", Grants.now().minus(age).toEpochMilli())
                .executeUpdate();
    }
}
