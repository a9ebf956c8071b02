package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.ReferenceGrant.Expected;
import org.workfrontoauth2.server.ReferenceGrant.Policy;
import org.workfrontoauth2.server.harness.Clock;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Page;

/**
 * Random sequences of refreshes, replays, lost answers, logins, logouts, revocations, policy changes and clock steps: the
 * server and a plain model of the contract never differ. Another sequence: {@code -Dmodel.seed=…}.
 */
@RunsOn
class RefreshModelIT {

    private static final int STEPS = 10_000;
    private static final int GRANTS = 8;
    private static final long SEED = Long.getLong("model.seed", 20_261_121);

    /** No request takes longer; so much time is kept from every moment at which something ends. */
    private static final long MARGIN = Duration.ofSeconds(20).toMillis();

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Random random = new Random(SEED);
    private final Demo demo;
    private final Workfront workfront;
    private final Clock clock;
    private final List<Person> people = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Deque<String> trace = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Policy policy = new Policy(true, MINUTE, 0, 0, HOUR);
    private long offset;

    RefreshModelIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
        this.clock = keycloak.clock();
    }

    /** Somebody with one browser; the login that is open there, if any. */
    private static final class Person {
        private final Visitor visitor;
        private Object login = new Object();

        private Person(Visitor visitor) {
            this.visitor = visitor;
        }
    }

    private record Grant(ReferenceGrant reference, Person person, Object login) {}

    @Test
    void serverAndModelNeverDiffer() {
        for (int i = 0; i < 3; i++) {
            people.add(new Person(demo.visitor()));
        }
        try (Demo.Temporary application = demo.singlePage(attributes(policy))) {
            for (int step = 0; step < STEPS; step++) {
                try {
                    step(application);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            "seed " + SEED + ", step " + step + ", policy " + policy + "\n" + String.join("\n", trace),
                            e);
                }
            }
        }
        System.out.println("model: seed " + SEED + ", " + STEPS + " steps " + counts);
        assertThat(counts.keySet())
                .contains("refreshed", "repeated", "reused", "expired", "session alive", "session dead");
    }

    private void step(Demo.Temporary application) {
        settle(policy);
        grants.removeIf(grant -> grant.reference.ended(policy, now()) && random.nextInt(4) == 0);
        if (grants.size() < GRANTS && random.nextInt(3) == 0) {
            begin(application);
            return;
        }
        int dice = grants.isEmpty() ? 85 + random.nextInt(12) : random.nextInt(100);
        if (dice < 42) {
            refresh(application, any(), 0);
        } else if (dice < 54) {
            refresh(application, any(), 1);
        } else if (dice < 57) {
            refresh(application, any(), 2 + random.nextInt(2));
        } else if (dice < 85) {
            look(any());
        } else if (dice < 94) {
            move(step());
        } else if (dice < 96) {
            change(application);
        } else if (dice < 97) {
            login(people.get(random.nextInt(people.size())));
        } else if (dice < 98) {
            logout(application, any());
        } else if (dice < 99) {
            revoke(application, any());
        } else {
            endAll(people.get(random.nextInt(people.size())));
        }
    }

    private long step() {
        return Stream.of(1000L, 10_000L, 50_000L, 5 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, DAY)
                .skip(random.nextInt(8))
                .findFirst()
                .orElseThrow();
    }

    private Grant any() {
        return grants.get(random.nextInt(grants.size()));
    }

    private void begin(Demo.Temporary application) {
        Person person = people.get(random.nextInt(people.size()));
        settle(policy);
        note("grant");
        if (!loggedIn(application, person)) {
            person.login = new Object();
        }
        Tokens tokens = person.visitor.grant(workfront, application.application());
        long now = now();
        grants.stream().filter(grant -> grant.person == person).forEach(grant -> grant.reference.login(policy, now));
        Grant grant = new Grant(new ReferenceGrant(now), person, person.login);
        long life = Stream.of(policy.sessionLife(), policy.absolute(), policy.inactive())
                .filter(limit -> limit > 0)
                .min(Long::compare)
                .orElseThrow();
        assertThat(tokens.expiresIn() * 1000).isCloseTo(life, within(MARGIN));
        grant.reference.received(0, tokens.refreshToken(), tokens.sessionId(), now + life);
        grants.add(grant);
    }

    private void refresh(Demo.Temporary application, Grant grant, int back) {
        int presented = Math.max(0, grant.reference.generation() - back);
        settle(policy);
        long now = now();
        boolean current = presented == grant.reference.generation();
        boolean before = grant.reference.ended(policy, now);
        Optional<Expected> expected = grant.reference.refresh(presented, policy, now);
        note(expected.isPresent() ? current ? "refreshed" : "repeated" : before ? "expired" : "reused");
        Answer answer = workfront.refresh(application.application(), grant.reference.refreshToken(presented));
        if (expected.isEmpty()) {
            Answers.assertThat(answer).isWorkfrontError(400, "invalid_grant");
            return;
        }
        Tokens tokens = Tokens.of(answer);
        assertThat(tokens.expiresIn() * 1000).isCloseTo(expected.get().expiresIn(), within(MARGIN));
        assertThat(grant.reference.received(
                        expected.get().generation(),
                        tokens.refreshToken(),
                        tokens.sessionId(),
                        now + expected.get().expiresIn()))
                .as("the refresh token of generation " + expected.get().generation())
                .isTrue();
    }

    private void look(Grant grant) {
        List<ReferenceGrant.SessionId> sessionIds = grant.reference.sessionIds();
        ReferenceGrant.SessionId sessionId =
                sessionIds.get(sessionIds.size() - 1 - random.nextInt(sessionIds.size()) / 2);
        settle(policy);
        boolean alive = grant.reference.alive(sessionId, policy, now());
        note(alive ? "session alive" : "session dead");
        assertThat(workfront.alive(sessionId.text())).isEqualTo(alive);
    }

    private void change(Demo.Temporary application) {
        Policy after = new Policy(
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 0 : MINUTE,
                pick(0, DAY, 7 * DAY),
                pick(0, HOUR, 6 * HOUR),
                pick(10 * MINUTE, HOUR));
        settle(policy, after);
        note("policy " + after);
        long now = now();
        grants.forEach(grant -> grant.reference.change(policy, after, now));
        policy = after;
        application.set(attributes(after));
    }

    private long pick(long... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void login(Person person) {
        settle(policy);
        note("login");
        long now = now();
        grants.stream().filter(grant -> grant.person == person).forEach(grant -> grant.reference.login(policy, now));
        Account.of(demo, person.visitor.user());
    }

    /** In the browser in which this grant began, if its login has not run out of time. */
    private void logout(Demo.Temporary application, Grant grant) {
        settle(policy);
        Person person = grant.person;
        if (loggedIn(application, person)) {
            note("logout");
            person.visitor.logOut(workfront);
            grants.stream().filter(other -> other.login == person.login).forEach(other -> other.reference.logout());
            person.login = new Object();
        }
    }

    private boolean loggedIn(Demo.Temporary application, Person person) {
        Page page = person.visitor.browser().open(workfront.authorizeAddress(application.application()));
        return !page.id().equals("login-login");
    }

    private void revoke(Demo.Temporary application, Grant grant) {
        settle(policy);
        note("revocation");
        String token = grant.reference.refreshToken(grant.reference.generation());
        Answers.assertThat(workfront.client(application.application()).revoke(token))
                .hasStatus(200);
        grant.reference.end();
    }

    private void endAll(Person person) {
        settle(policy);
        note("the administrator logs the user out");
        demo.realm().users().logout(person.visitor.user());
        grants.stream().filter(grant -> grant.person == person).forEach(grant -> grant.reference.end());
        person.login = new Object();
        move(2000);
    }

    private void move(long milliseconds) {
        note("clock " + milliseconds / 1000);
        clock.advance(Duration.ofMillis(milliseconds));
        offset += milliseconds;
    }

    /** Moves on while something is about to end, or may just have. */
    private void settle(Policy... policies) {
        while (Stream.of(policies)
                .flatMap(any -> grants.stream().flatMap(grant -> grant.reference.ends(any)))
                .anyMatch(end -> Math.abs(end - now()) < MARGIN)) {
            move(MARGIN);
        }
    }

    /** The server's time: it runs on this machine. */
    private long now() {
        return System.currentTimeMillis() + offset;
    }

    private void note(String what) {
        counts.merge(what.replaceFirst("(policy|clock) .*", "$1"), 1, Integer::sum);
        trace.addLast(what);
        if (trace.size() > 40) {
            trace.removeFirst();
        }
    }

    private static Map<String, String> attributes(Policy policy) {
        return Map.of(
                "workfront.rotate",
                Boolean.toString(policy.rotates()),
                "workfront.grace.seconds",
                seconds(policy.grace()),
                "client.offline.session.max.lifespan",
                policy.absolute() == 0 ? "" : seconds(policy.absolute()),
                "client.offline.session.idle.timeout",
                policy.inactive() == 0 ? "" : seconds(policy.inactive()),
                "access.token.lifespan",
                seconds(policy.sessionLife()));
    }

    private static String seconds(long milliseconds) {
        return Long.toString(milliseconds / 1000);
    }
}
