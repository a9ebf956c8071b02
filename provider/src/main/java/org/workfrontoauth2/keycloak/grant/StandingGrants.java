package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * The active grants of an application, for administrators. The database decides about a hundred thousand grants what
 * {@link org.workfrontoauth2.contract.Standing} decides about one, without locks and without reading them. It cannot
 * ask a user store, so a grant of a user who was disabled or deleted there counts until it is used or swept. It also
 * counts grants that not-before refuses only because they began in the same second.
 */
public final class StandingGrants {

    private static final String OF_MACHINES = "g.clientId = :client and g.machine = true";

    /** The other half of {@link GrantEnds#ENDED}, for one application whose policy is at hand. */
    static final String NOT_EXPIRED =
            "g.consentedAt > :absolute and (g.lastUsedAt > :inactive or g.lastLoginAt > :inactive)";

    private static final String OF_USERS = "g.clientId = :client and g.machine = false and g.redeemed = true"
            + " and g.consentedAt >= :notBefore and " + NOT_EXPIRED;

    /** Users of a store that imports none have such IDs, and no row. */
    private static final String ELSEWHERE = "g.userId like 'f:%'";

    private static final String HERE = "g.userId not like 'f:%'"
            + " and exists (select 1 from UserEntity u where u.id = g.userId and u.enabled = true";

    private static final String MACHINES = OF_MACHINES + " and (" + ELSEWHERE + " or " + HERE + "))";

    /** Grants of users in Keycloak's own table, with a consent that is not newer. */
    static final String USER_STANDS = HERE
            + " and g.consentedAt / 1000 >= u.notBefore)"
            + " and exists (select 1 from UserConsentEntity c where c.user.id = g.userId and c.clientId = g.clientId"
            + " and (c.createdDate is null or c.createdDate <= g.consentedAt))";

    /** Of users of another store; Keycloak keeps their consents. */
    static final String USER_ELSEWHERE_STANDS = ELSEWHERE
            + " and exists (select 1 from FederatedUserConsentEntity c"
            + " where c.userId = g.userId and c.clientId = g.clientId"
            + " and (c.createdDate is null or c.createdDate <= g.consentedAt))";

    private final EntityManager entities;
    private final RealmModel realm;
    private final Application application;

    public StandingGrants(KeycloakSession session, RealmModel realm, Application application) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.application = application;
    }

    /** How many there are. */
    public long count() {
        // Two queries, because databases join each of them and would try every row of their disjunction.
        return isOfMachines() ? count(MACHINES) : count(OF_USERS + " and " + USER_STANDS) + countElsewhere();
    }

    private long countElsewhere() {
        return count(OF_USERS + " and " + USER_ELSEWHERE_STANDS);
    }

    private long count(String where) {
        if (!application.client().isEnabled()) {
            return 0;
        }
        return prepare(entities.createQuery("select count(g) from GrantEntity g where " + where, Long.class))
                .getSingleResult();
    }

    /**
     * Some of them, oldest first.
     *
     * @param first how many to leave out
     * @param max how many there are at most
     */
    public List<GrantEntity> page(int first, int max) {
        if (max == 0 || !application.client().isEnabled()) {
            return List.of();
        }
        String where =
                isOfMachines() ? MACHINES : OF_USERS + " and (" + USER_STANDS + " or " + USER_ELSEWHERE_STANDS + ")";
        return prepare(entities.createQuery(
                        "select g from GrantEntity g where " + where + " order by g.consentedAt, g.id",
                        GrantEntity.class))
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    private boolean isOfMachines() {
        return application.type() == ApplicationType.MACHINE_TO_MACHINE;
    }

    private <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        query.setParameter("client", application.client().getId());
        if (isOfMachines()) {
            return query;
        }
        Instant now = Grants.now();
        long notBefore = Math.max(realm.getNotBefore(), application.client().getNotBefore());
        return query.setParameter("notBefore", 1000 * notBefore)
                .setParameter(
                        "absolute", before(now, application.settings().refresh().absolute()))
                .setParameter(
                        "inactive", before(now, application.settings().refresh().inactive()));
    }

    static long before(Instant now, Optional<Duration> expiration) {
        return expiration.map(now::minus).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    }
}
