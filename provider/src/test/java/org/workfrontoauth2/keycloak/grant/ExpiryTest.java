package org.workfrontoauth2.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.contract.RefreshPolicy;
import org.workfrontoauth2.keycloak.storage.ApplicationEntity;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * When a grant ends by itself (contract, section 2) is a rule in Java, and two conditions for the database: one where the
 * policy is a row, one where it is at hand. They say the same of every grant, to the millisecond.
 */
class ExpiryTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
    private static final int GRANTS = 3000;

    /** Few seconds, so that ends and the present often meet. */
    private static final int MOST_SECONDS = 4;

    private static final Map<String, RefreshPolicy> POLICIES = new HashMap<>();
    private static SessionFactory database;

    @BeforeAll
    static void fill() {
        database = new Configuration()
                .addAnnotatedClass(GrantEntity.class)
                .addAnnotatedClass(ApplicationEntity.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:expiry")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .buildSessionFactory();
        Random random = new Random(13);
        database.inTransaction(session -> {
            for (int i = 0; i < GRANTS; i++) {
                add(session, random);
            }
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void add(Session session, Random random) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        RefreshPolicy policy = new RefreshPolicy(false, Duration.ZERO, expiration(random), expiration(random));
        POLICIES.put(id.toString(), policy);
        ApplicationEntity application = new ApplicationEntity(id.toString(), "realm", POLICIES.size(), 0);
        application.keep(new ApplicationSettings(ApplicationType.WEB, policy, Dialect.WORKFRONT, Duration.ofHours(1)));
        session.persist(application);
        session.persist(new GrantEntity(
                id, "realm", id.toString(), "user", null, new Organisation("acme", "my"), moment(random)));
        session.flush();
        session.createMutationQuery("update GrantEntity g set g.redeemed = true, g.lastUsedAt = :used,"
                        + " g.lastLoginAt = :login where g.id = :id")
                .setParameter("used", moment(random).toEpochMilli())
                .setParameter("login", random.nextBoolean() ? 0 : moment(random).toEpochMilli())
                .setParameter("id", id.toString())
                .executeUpdate();
        session.clear();
    }

    private static Optional<Duration> expiration(Random random) {
        int seconds = random.nextInt(MOST_SECONDS + 1);
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /** A whole number of seconds ago, or a millisecond beside it. */
    private static Instant moment(Random random) {
        return NOW.minusSeconds(random.nextInt(MOST_SECONDS + 2)).plusMillis(random.nextInt(3) - 1);
    }

    private static Set<String> endedByTheRule() {
        return database.fromSession(
                session -> session.createSelectionQuery("from GrantEntity", GrantEntity.class).stream()
                        .filter(grant -> grant.endsAt(POLICIES.get(grant.clientId()))
                                .filter(end -> !NOW.isBefore(end))
                                .isPresent())
                        .map(GrantEntity::clientId)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theSweepFindsWhatTheRuleEnds() {
        Set<String> swept = database.fromSession(session -> new TreeSet<>(session.createSelectionQuery(
                        "select g.id from GrantEntity g where exists (" + GrantEnds.ENDED + ")", String.class)
                .setParameter("now", NOW.toEpochMilli())
                .getResultList()));

        assertThat(swept).isEqualTo(endedByTheRule()).hasSizeBetween(GRANTS / 10, GRANTS * 9 / 10);
    }

    @Test
    void aLoginIsWrittenDownWhereTheRuleSaysItIsDue() {
        Set<String> written = database.fromSession(session -> new TreeSet<>(session.createSelectionQuery(
                        "select g.id from GrantEntity g where exists (" + GrantLogins.DUE + ")", String.class)
                .setParameter("now", NOW.toEpochMilli())
                .getResultList()));

        Set<String> due = database.fromSession(
                session -> session.createSelectionQuery("from GrantEntity", GrantEntity.class).stream()
                        .filter(grant -> POLICIES.get(grant.clientId()).loginIsDue(grant.lastActiveAt(), NOW))
                        .map(GrantEntity::clientId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(written).isEqualTo(due).hasSizeBetween(GRANTS / 10, GRANTS * 9 / 10);
    }

    @Test
    void theListLeavesOutWhatTheRuleEnds() {
        Set<String> listed = database.fromSession(session -> POLICIES.entrySet().stream()
                .filter(grant -> session.createSelectionQuery(
                                        "select count(g) from GrantEntity g where g.id = :id and "
                                                + StandingGrants.NOT_EXPIRED,
                                        Long.class)
                                .setParameter("id", grant.getKey())
                                .setParameter(
                                        "absolute",
                                        StandingGrants.before(
                                                NOW, grant.getValue().absolute()))
                                .setParameter(
                                        "inactive",
                                        StandingGrants.before(
                                                NOW, grant.getValue().inactive()))
                                .getSingleResult()
                        == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));

        Set<String> standing = new TreeSet<>(POLICIES.keySet());
        standing.removeAll(endedByTheRule());
        assertThat(listed).isEqualTo(standing);
    }
}
