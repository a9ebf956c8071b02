package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * While an administrator's transaction holds the application, however long, its users' requests are answered: what would
 * be written there is left for the next time.
 */
@RunsOn
class WaitsForNobodyIT {

    /** Of what would otherwise wait for ever. */
    private static final long SECONDS = 20;

    /** Then last uses are due to be written down. */
    private static final Duration LATER = Duration.ofMinutes(6);

    private static final String CLIENT = "(select id from client where client_id = 'acme-web'"
            + " and realm_id = (select id from realm where name = 'acme'))";

    private final TwoNodes nodes;
    private final Demo demo;
    private final Workfront workfront;

    WaitsForNobodyIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.demo = new Demo(nodes.first());
        this.workfront = demo.workfront();
    }

    /** Tests before this one may have moved the clock far ahead, and used the application there. */
    @BeforeEach
    void nobodyHasUsedIt() {
        nodes.database().run("update workfront_application set last_used_at = null where client_id = " + CLIENT);
        nodes.database().run("update workfront_secret set last_used_at = null where client_id = " + CLIENT);
    }

    @Test
    void aRefreshIsAnsweredWhileTheApplicationIsHeld() throws Exception {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        nodes.clock().advance(LATER);
        long before = lastUse();

        try (Postgres.Held held = hold()) {
            assertThat(held.rows()).isPositive();
            Tokens.of(inTime(() -> workfront.refresh(Acme.WEB, tokens.refreshToken())));
            assertThat(lastUse()).isEqualTo(before);
        }
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));

        assertThat(lastUse()).isGreaterThan(before);
    }

    @Test
    void aCodeIsRedeemedWhileTheApplicationIsHeld() throws Exception {
        Visitor visitor = demo.visitor();
        nodes.clock().advance(LATER);

        try (Postgres.Held held = hold()) {
            assertThat(held.rows()).isPositive();
            String code = visitor.allow(workfront, Acme.WEB).code();
            Tokens tokens = Tokens.of(inTime(() -> workfront.redeem(Acme.WEB, code)));
            assertThat(workfront.alive(tokens.sessionId())).isTrue();
        }
    }

    /** The application's place and its secrets, as a PATCH or a new secret holds them. */
    private Postgres.Held hold() {
        return nodes.database()
                .hold(
                        "select a.client_id from workfront_application a join workfront_secret s on s.client_id = a.client_id"
                                + " where a.client_id = " + CLIENT + " for update");
    }

    private long lastUse() {
        return nodes.database()
                .count("select coalesce(last_used_at, 0) from workfront_application where client_id = " + CLIENT);
    }

    private static Answer inTime(Supplier<Answer> request) throws Exception {
        return CompletableFuture.supplyAsync(request).get(SECONDS, TimeUnit.SECONDS);
    }
}
