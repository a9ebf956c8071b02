package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.keycloak.mount.VerifiedSessions;

/** What logins and logouts do to the grants of a user (contract, sections 2 and 6). */
public final class GrantLogins {

    /** What {@link RefreshPolicy#loginIsDue} says, for all grants of a user at once. */
    static final String DUE = "select 1 from ApplicationEntity p where p.clientId = g.clientId and ("
            + passed(1, String.valueOf(RefreshPolicy.EXACT.toMillis()))
            + " or " + passed(RefreshPolicy.PARTS, "1000 * p.inactiveSeconds") + ")";

    private final KeycloakSession session;
    private final EntityManager entities;

    public GrantLogins(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
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
    public void loginEnded(String realmId, String loginId) {
        entities.createQuery("update GrantEntity g set g.epoch = g.epoch + 1, g.loginId = null, g.loginMissedAt = null"
                        + " where g.loginId = :login")
                .setParameter("login", loginId)
                .executeUpdate();
        VerifiedSessions.forgetRealm(session, realmId);
    }

    /** The user has logged in: what has not ended by then stays for another while. Logins may follow each other fast. */
    public void loggedIn(String realmId, String userId) {
        entities.createQuery("update GrantEntity g set g.lastLoginAt = :now"
                        + " where g.realmId = :realm and g.userId = :user and g.redeemed = true and g.machine = false"
                        + " and exists (" + DUE + ") and not exists (" + GrantEnds.ENDED + ")")
                .setParameter("now", Grants.now().toEpochMilli())
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Since both the last use and the last login: as many times as said, so that nothing is divided. */
    private static String passed(int times, String milliseconds) {
        return "(%1$d * (:now - g.lastUsedAt) >= %2$s and %1$d * (:now - g.lastLoginAt) >= %2$s)"
                .formatted(times, milliseconds);
    }
}
