package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Cost;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;

/** What requests of devices ask of the database, counted by PostgreSQL. One statement of each that is served is its event. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationStatementsIT {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FLOOD = 300;

    private final TwoNodes nodes;
    private final OwnRealm realm;
    private final String statement;

    RegistrationStatementsIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.realm = Software.realm(nodes.first());
        Software software = Software.in(realm);
        this.statement = software.statement(software.create());
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    /** It reads its application and writes its client. */
    @Test
    void aRegistrationReadsOnceAndWritesOnce() {
        Cost cost = Cost.of("registration", nodes, PAUSE, () -> Device.of(realm).registered(statement));

        assertThat(cost.perRequest()).isEqualTo(3);
    }

    @Test
    void aTokenIsIssuedAndCheckedWithOneRead() {
        Device.Registered client = Device.of(realm).registered(statement);
        String token = Device.of(realm).accessToken(client);

        Cost issued =
                Cost.of("client's token", nodes, PAUSE, () -> Device.of(realm).accessToken(client));
        Cost checked = Cost.of("client's token, introspected", nodes, PAUSE, () -> assertThat(
                        Device.introspect(realm, token).member("active"))
                .isEqualTo("true"));

        // Keycloak's workflows look for a client of Keycloak's with the ID that the event names.
        assertThat(issued.perRequest()).isEqualTo(3);
        assertThat(checked.perRequest()).isEqualTo(2);
    }

    /** Neither a session nor an event: a flood that is refused is no flood of rows. */
    @Test
    void tooManyRequestsAreRefusedWithoutAStatement() {
        Device flooding = Device.of(realm);
        List<Integer> statuses = new ArrayList<>();

        List<Postgres.Calls> calls = nodes.database().statements(() -> {
            for (int i = 0; i < FLOOD; i++) {
                statuses.add(flooding.register(statement).status());
            }
        });

        int refused = Math.toIntExact(
                statuses.stream().filter(status -> status == 429).count());
        long served = FLOOD - refused;
        assertThat(served).isBetween(10L, FLOOD / 4L);
        assertThat(new Cost("refused with 429", refused, calls).perRequest()).isZero();
        assertThat(calls.stream()
                        .filter(call -> call.statement().contains("insert into EVENT_ENTITY"))
                        .mapToLong(Postgres.Calls::times)
                        .sum())
                .isEqualTo(served);
    }
}
