package org.workfrontoauth2.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.GrantLimit;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.Sighting;

/**
 * Finds dead grants that are no longer used, in all realms, even if the contract is switched off there: their users or
 * applications were disabled or deleted, their consent was withdrawn, they are older than not-before, or there are too
 * many. Each transaction handles at most five hundred grants, and a limited number of users of other stores.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final int MOST_BATCHES = 200;

    /** How many users of other stores are asked for at a time: the store answers one by one. */
    private static final int MOST_USERS = 500;

    private static final String LOCAL = "g.userId not like 'f:%'";

    private static final String OF_USERS = "g.redeemed = true and g.machine = false";

    /** Whose grants, keys and codes are dead. */
    private static final List<String> DEAD = List.of(
            "exists (select 1 from ClientEntity c where c.id = g.clientId and c.enabled = false)",
            LOCAL + " and not exists (select 1 from UserEntity u where u.id = g.userId and u.enabled = true)",
            OF_USERS + " and exists (select 1 from ClientEntity c where c.id = g.clientId"
                    + " and g.consentedAt / 1000 < c.notBefore)",
            OF_USERS + " and exists (select 1 from RealmEntity r where r.id = g.realmId"
                    + " and g.consentedAt / 1000 < r.notBefore)",
            OF_USERS + " and " + LOCAL + " and not (" + StandingGrants.USER_STANDS + ")",
            OF_USERS + " and not (" + LOCAL + ") and not (" + StandingGrants.USER_ELSEWHERE_STANDS + ")");

    private final KeycloakSessionFactory factory;

    Sweep(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Ends all that the database knows to be dead. How many. */
    int endDead() {
        return DEAD.stream().mapToInt(this::end).sum();
    }

    private int end(String dead) {
        int ended = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int some = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> endSome(session, dead));
            ended += some;
            if (some < GrantEnds.MOST_AT_ONCE) {
                break;
            }
        }
        return ended;
    }

    private static int endSome(KeycloakSession session, String dead) {
        EntityManager entities = entities(session);
        List<String> ids = entities.createQuery("select g.id from GrantEntity g where " + dead, String.class)
                .setMaxResults(GrantEnds.MOST_AT_ONCE)
                .getResultList();
        if (ids.isEmpty()) {
            return 0;
        }
        return entities.createQuery("delete from GrantEntity g where g.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Removes the keys of users who are gone. */
    void removeKeys() {
        KeycloakModelUtils.runJobInTransaction(factory, session -> entities(session)
                .createQuery("delete from PublicKeyEntity k where k.userId not like 'f:%'"
                        + " and not exists (select 1 from UserEntity u where u.id = k.userId)")
                .executeUpdate());
    }

    /** Ends what users have too many; in one run no more than there is time for. */
    void endSurplus() {
        inTurn(
                "select g.realmId, g.clientId, g.userId from GrantEntity g where " + OF_USERS
                        + " group by g.realmId, g.clientId, g.userId having count(g) > " + leastLimit()
                        // One organisation's low limit must not hide the surplus of the others.
                        + " order by count(g) desc",
                "",
                (session, row) -> new Surplus(session, session.getContext().getRealm())
                        .end((String) row[1], (String) row[2], null));
    }

    /** Of all realms. */
    private int leastLimit() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> entities(session)
                .createQuery("select a.value from RealmAttributeEntity a where a.name = :name", String.class)
                .setParameter("name", Setting.GRANTS_PER_USER.key())
                .getResultStream()
                .mapToInt(GrantLimit::read)
                .reduce(GrantLimit.DEFAULT, Math::min));
    }

    /**
     * Asks other stores for some of their users, and ends what those have who are disabled or gone there; so are users whom
     * an organization manages that is disabled. A store that does not answer is not asked again this time.
     *
     * @param after the last user of the time before
     * @return the last user of this time; empty when there are no more
     */
    String askStores(String after) {
        Set<String> silent = new HashSet<>();
        return inTurn(
                "select distinct g.realmId, g.realmId, g.userId from GrantEntity g where g.userId > :after and"
                        + " (not (" + LOCAL + ") or exists (select 1 from UserEntity u where u.id = g.userId"
                        + " and u.federationLink is not null) or exists (select 1 from UserGroupMembershipEntity m"
                        + " where m.user.id = g.userId and m.membershipType = 'MANAGED')) order by g.userId",
                after,
                (session, row) -> {
                    RealmModel realm = session.getContext().getRealm();
                    String user = (String) row[2];
                    String store = realm.getId() + ' ' + new StorageId(user).getProviderId();
                    if (silent.contains(store)) {
                        return;
                    }
                    Account account = new Owners(session, realm).of(user).account();
                    if (account == Account.UNKNOWN) {
                        silent.add(store);
                    }
                    new Endings(session, realm).ofUser(user, account);
                });
    }

    /** Looks again for logins that could not be found. */
    void lookForLogins() {
        inTurn(
                "select distinct g.realmId, g.realmId, g.loginId from GrantEntity g where g.loginId is not null"
                        + " and g.loginMissedAt < "
                        + Grants.now().minus(Sighting.DOUBT).toEpochMilli(),
                "",
                (session, row) -> {
                    String realm = session.getContext().getRealm().getId();
                    String login = (String) row[2];
                    GrantLogins logins = new GrantLogins(session);
                    if (session.sessions().getUserSession(session.getContext().getRealm(), login) == null) {
                        logins.loginEnded(realm, login);
                    } else {
                        logins.loginFound(login);
                    }
                });
    }

    /** What is done for one row of a query, in a transaction and in the row's realm. */
    private interface Turn {
        void take(KeycloakSession session, Object[] row);
    }

    private String inTurn(String query, String after, Turn turn) {
        List<Object[]> rows = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            var prepared = entities(session).createQuery(query, Object[].class).setMaxResults(MOST_USERS);
            return (query.contains(":after") ? prepared.setParameter("after", after) : prepared).getResultList();
        });
        for (Object[] row : rows) {
            inRealm((String) row[0], session -> turn.take(session, row));
        }
        return rows.size() < MOST_USERS ? "" : (String) rows.get(rows.size() - 1)[2];
    }

    private void inRealm(String realmId, Consumer<KeycloakSession> work) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    session.getContext().setRealm(realm);
                    work.accept(session);
                }
            });
        } catch (RuntimeException e) {
            // The others are swept all the same, and this one the next time.
            LOG.warnf(e, "A grant in realm %s could not be swept", realmId);
        }
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
