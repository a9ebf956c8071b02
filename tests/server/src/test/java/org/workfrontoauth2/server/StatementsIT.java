package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What a refresh asks of the database, counted by PostgreSQL: at most one statement more than Keycloak's own refresh with
 * rotation needs. Both record their event in the realm's event store, one statement each.
 */
@RunsOn
class StatementsIT {

    /** Enough that what the server does now and then by itself is far from once per refresh. */
    private static final int REFRESHES = 20;

    private static final int WARM_UP = 5;

    private final TwoNodes nodes;
    private final Demo demo;
    private final Workfront workfront;

    StatementsIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.demo = new Demo(nodes.first());
        this.workfront = demo.workfront();
    }

    /**
     * Seconds between two refreshes: more than the one in which Keycloak writes the use of a session down only once; and
     * more than an hour, when the session ID has expired, the login has, and last uses are due to be written down.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3700})
    void aRefreshNeedsAtMostOneStatementMoreThanKeycloaksOwn(int seconds) {
        Duration pace = Duration.ofSeconds(seconds);
        Cost stock = stock(pace);
        Cost standing = ours("ours, rotation off", pace);
        Cost rotating = rotating(pace);

        List.of(stock, standing, rotating).forEach(cost -> System.out.println(cost.report()));
        // A count of nothing would make every other number look good.
        assertThat(stock.perRefresh()).isGreaterThan(1);
        assertThat(standing.perRefresh()).isBetween(2L, stock.perRefresh() + 1);
        assertThat(rotating.perRefresh()).isBetween(2L, stock.perRefresh() + 1);
    }

    /** An ordinary client with an offline token, in a realm that revokes refresh tokens. */
    private Cost stock(Duration pace) {
        demo.realm().change(realm -> realm.put("revokeRefreshToken", true));
        try {
            PlainClient client = new PlainClient(workfront);
            Answer[] tokens = {client.login(demo.visitor(), "openid offline_access")};
            Answers.assertThat(tokens[0]).hasStatus(200);
            String spent = tokens[0].member("refresh_token");
            Cost cost = cost("stock, rotation on, offline", pace, () -> {
                tokens[0] = client.refresh(tokens[0]);
                Answers.assertThat(tokens[0]).hasStatus(200);
            });
            assertThat(tokens[0].member("refresh_token")).isNotEqualTo(spent);
            return cost;
        } finally {
            demo.realm().change(realm -> realm.put("revokeRefreshToken", false));
        }
    }

    /** A web application: its secret is looked up as well, and its expirations are days away. */
    private Cost ours(String name, Duration pace) {
        Tokens[] tokens = {demo.visitor().grant(workfront, Acme.WEB)};
        return cost(name, pace, () -> tokens[0] = Tokens.of(workfront.refresh(Acme.WEB, tokens[0].refreshToken())));
    }

    private Cost rotating(Duration pace) {
        rotate("true");
        try {
            return ours("ours, rotation on", pace);
        } finally {
            rotate("false");
        }
    }

    private void rotate(String setting) {
        demo.realm().clients().change(Acme.WEB.clientId(), client -> client.withObject("/attributes")
                .put("workfront.rotate", setting));
    }

    private Cost cost(String name, Duration pace, Runnable refresh) {
        repeat(WARM_UP, pace, refresh);
        String title = name + ", every " + pace.toSeconds() + " s";
        return new Cost(title, nodes.database().statements(() -> repeat(REFRESHES, pace, refresh)));
    }

    private void repeat(int times, Duration pace, Runnable refresh) {
        for (int i = 0; i < times; i++) {
            nodes.clock().advance(pace);
            refresh.run();
        }
    }

    /** What many refreshes ran, less what was run now and then only. */
    private record Cost(String name, List<Postgres.Calls> calls) {

        long perRefresh() {
            return calls.stream().mapToLong(Cost::times).sum();
        }

        private static long times(Postgres.Calls calls) {
            return Math.round((double) calls.times() / REFRESHES);
        }

        String report() {
            return name + ": " + perRefresh() + " statements per refresh\n"
                    + calls.stream()
                            .filter(call -> times(call) > 0)
                            .map(call -> "  " + times(call) + " × "
                                    + call.statement().replaceAll("\\s+", " ").replaceAll("(.{110}).*", "$1 …"))
                            .collect(Collectors.joining("\n"));
        }
    }
}
