package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.Cost;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What requests ask of the database, counted by PostgreSQL, beside what Keycloak's own refresh with rotation asks. Each records
 * its event in the realm's event store, one statement.
 */
@RunsOn
class StatementsIT {

    private static final Duration PAUSE = Duration.ofSeconds(2);

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
    @CsvSource({"2, 2, 3", "3700, 6, 6"})
    void aRefreshReadsOnceAndWritesWhatChanged(int seconds, long standing, long rotating) {
        Duration pause = Duration.ofSeconds(seconds);

        assertThat(ours("ours, rotation off", pause).perRequest()).isBetween(2L, standing);
        assertThat(rotating(pause).perRequest()).isBetween(2L, rotating);
        assertThat(stock(pause).perRequest()).isGreaterThan(rotating);
    }

    @Test
    void aSessionIdIsIntrospectedWithTheStatementThatReadsItsGrant() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Cost cost = Cost.of(
                "introspection", nodes, Duration.ofSeconds(1), () -> assertThat(workfront.alive(tokens.sessionId()))
                        .isTrue());

        // The other one is the event.
        assertThat(cost.perRequest()).isEqualTo(2);
    }

    /** No event: a gateway asks about every request. */
    @Test
    void aGatewayIsToldWithTheStatementThatReadsTheGrant() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Cost cost =
                Cost.of("verify", nodes, Duration.ofSeconds(1), () -> assertThat(workfront.verified(tokens.sessionId()))
                        .isTrue());

        assertThat(cost.perRequest()).isEqualTo(1);
    }

    @Test
    void aGatewayThatAsksAboutInventedOrExpiredSessionIdsCostsNoStatement() {
        String sessionId = demo.visitor().grant(workfront, Acme.WEB).sessionId();
        String invented = sessionId.substring(0, 50) + "0000" + sessionId.substring(54);
        Cost ofInvented = Cost.of("verify, invented", nodes, Duration.ofSeconds(1), () -> refused(invented));
        nodes.clock().advance(Duration.ofHours(1));
        Cost ofExpired = Cost.of("verify, expired", nodes, Duration.ofSeconds(1), () -> refused(sessionId));

        assertThat(ofInvented.perRequest()).isZero();
        assertThat(ofExpired.perRequest()).isZero();
    }

    private void refused(String sessionId) {
        Answers.assertThat(workfront.verify("sessionID", sessionId)).isNotLoggedIn();
    }

    /** Two visits of the authorization endpoint, because Keycloak's cookies belong to another host; six are Keycloak's own. */
    @Test
    void aCodeIsHandedOutAndRedeemedWithNoMoreStatementsThanItWas() {
        Visitor visitor = demo.visitor();
        visitor.allow(workfront, Acme.WEB);

        Cost cost = Cost.of("authorize, logged in and allowed, and redeem", nodes, PAUSE, () -> {
            String code = visitor.browser()
                    .open(workfront.authorizeAddress(Acme.WEB))
                    .callback()
                    .code();
            Tokens.of(workfront.redeem(Acme.WEB, code));
        });

        assertThat(cost.perRequest()).isBetween(6L, 16L);
    }

    /** An ordinary client with an offline token, in a realm that revokes refresh tokens. */
    private Cost stock(Duration pause) {
        demo.realm().change(realm -> realm.put("revokeRefreshToken", true));
        try {
            PlainClient client = new PlainClient(workfront);
            Answer[] tokens = {client.login(demo.visitor(), "openid offline_access")};
            Answers.assertThat(tokens[0]).hasStatus(200);
            String spent = tokens[0].member("refresh_token");
            Cost cost = Cost.of("stock, rotation on, offline", nodes, pause, () -> {
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
    private Cost ours(String name, Duration pause) {
        Tokens[] tokens = {demo.visitor().grant(workfront, Acme.WEB)};
        return Cost.of(
                name, nodes, pause, () -> tokens[0] = Tokens.of(workfront.refresh(Acme.WEB, tokens[0].refreshToken())));
    }

    private Cost rotating(Duration pause) {
        rotate("true");
        try {
            return ours("ours, rotation on", pause);
        } finally {
            rotate("false");
        }
    }

    private void rotate(String setting) {
        demo.realm().clients().change(Acme.WEB.clientId(), client -> client.withObject("/attributes")
                .put("workfront.rotate", setting));
    }
}
