package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.server.harness.Cost;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;

/** Decision 0034: a gateway may be told from memory, for a minute at most, and never more than without. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyCacheIT {

    private static final String SETTING = "workfront.verify.cache.seconds";
    private static final int REQUESTS = 50;

    private final TwoNodes nodes;
    private final Demo first;
    private final Demo second;

    VerifyCacheIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = new Demo(nodes.first());
        this.second = new Demo(nodes.second());
    }

    @BeforeAll
    void switchOn() {
        set(SETTING, "30");
    }

    @AfterAll
    void switchOff() {
        set(SETTING, "");
    }

    private void set(String name, String value) {
        first.realm().change(realm -> ((ObjectNode) realm.get("attributes")).put(name, value));
    }

    private Tokens remembered(Demo... everywhere) {
        Tokens tokens = first.visitor().grant(first.workfront(), Acme.WEB);
        for (Demo node : everywhere) {
            assertThat(node.workfront().verified(tokens.sessionId())).isTrue();
        }
        return tokens;
    }

    private List<Postgres.Calls> statements(Runnable request) {
        return nodes.database().statements(() -> {
            for (int i = 0; i < REQUESTS; i++) {
                request.run();
            }
        });
    }

    @Test
    void fromMemoryItTakesNoStatementAndSaysTheSame() {
        Tokens tokens = first.visitor().grant(first.on(Demo.PREVIEW), Acme.WEB);
        Map<String, List<String>> looked = headers(tokens);

        List<Postgres.Calls> calls =
                statements(() -> assertThat(headers(tokens)).isEqualTo(looked));

        assertThat(new Cost("verify, from memory", REQUESTS, calls).perRequest())
                .isZero();
        assertThat(looked).containsEntry("X-Workfront-Lane", List.of("preview"));
        assertThat(looked.get("X-Workfront-Wid")).containsExactly(tokens.wid());
    }

    private Map<String, List<String>> headers(Tokens tokens) {
        var answer = first.workfront().verify("sessionID", tokens.sessionId());
        Answers.assertThat(answer).hasStatus(204);
        Map<String, List<String>> headers = new java.util.TreeMap<>();
        for (String name : List.of("Wid", "User", "Client-Id", "Domain", "Lane")) {
            headers.put("X-Workfront-" + name, answer.headers().all("X-Workfront-" + name));
        }
        headers.put("Cache-Control", answer.headers().all("Cache-Control"));
        return headers;
    }

    /** What ends here is forgotten here. */
    @ParameterizedTest
    @EnumSource
    void whatEndsOnThisNodeIsRefusedAtOnce(SessionEndIT.GrantEnd end) {
        Tokens tokens = remembered(first);

        Answers.assertThat(end.happen(first.workfront(), tokens)).hasStatus(200);

        Answers.assertThat(first.workfront().verify("sessionID", tokens.sessionId()))
                .isNotLoggedIn();
    }

    @ParameterizedTest
    @EnumSource
    void whateverEndsItOnThisNode(SessionEndIT.End end) {
        try (Demo.Temporary temporary = first.singlePage(client -> {})) {
            Visitor visitor = first.visitor();
            Tokens tokens = visitor.grant(first.workfront(), temporary.application());
            assertThat(first.workfront().verified(tokens.sessionId())).isTrue();

            end.happen(first, visitor, temporary);
            try {
                Answers.assertThat(first.workfront().verify("sessionID", tokens.sessionId()))
                        .isNotLoggedIn();
            } finally {
                end.undo(first);
            }
        }
    }

    @Test
    void aLogoutInTheBrowserToo() {
        Visitor visitor = first.visitor();
        Tokens tokens = visitor.grant(first.workfront(), Acme.WEB);
        assertThat(first.workfront().verified(tokens.sessionId())).isTrue();

        visitor.logOut(first.workfront());

        assertThat(first.workfront().verified(tokens.sessionId())).isFalse();
    }

    /** That is what it trades. */
    @Test
    void whatEndsOnTheOtherNodeIsRefusedWhenItsTimeIsUp() {
        Tokens tokens = remembered(first, second);

        second.workfront().client(Acme.WEB).logOut(tokens.sessionId());

        assertThat(second.workfront().verified(tokens.sessionId())).isFalse();
        assertThat(first.workfront().verified(tokens.sessionId())).isTrue();
        nodes.clock().advance(Duration.ofSeconds(31));
        assertThat(first.workfront().verified(tokens.sessionId())).isFalse();
    }

    @Test
    void nothingIsRememberedLongerThanASessionIdIsGood() {
        Tokens tokens = first.visitor().grant(first.workfront(), Acme.WEB);
        nodes.clock().advance(Duration.ofSeconds(tokens.expiresIn() - 5));
        assertThat(first.workfront().verified(tokens.sessionId())).isTrue();

        nodes.clock().advance(Duration.ofSeconds(6));

        assertThat(first.workfront().verified(tokens.sessionId())).isFalse();
    }

    // What is checked all the same

    @Test
    void whoMayNotAskIsNotToldFromMemoryEither() {
        Tokens tokens = remembered(first);

        Answers.assertThat(first.workfront().verify("sessionID", tokens.sessionId(), "X-Forwarded-For", "8.8.8.8"))
                .hasStatus(400);
        Answers.assertThat(first.workfront().verify("sessionID", tokens.sessionId(), "Forwarded", "for=8.8.8.8"))
                .hasStatus(403);
        assertThat(first.workfront().verified(tokens.sessionId())).isTrue();
    }

    @Test
    void theRulesForCarriersHold() {
        Tokens tokens = remembered(first);
        Tokens other = remembered(first);
        String cookie = "sessionID=" + tokens.sessionId();

        Answers.assertThat(first.workfront()
                        .verify("sessionID", tokens.sessionId(), "Authorization", "Bearer " + other.sessionId()))
                .hasStatus(400);
        Answers.assertThat(first.workfront().verify("Cookie", cookie, "X-Original-Method", "POST"))
                .isNotLoggedIn();
        Answers.assertThat(first.workfront().verify("Cookie", cookie, "X-Original-Method", "GET"))
                .hasStatus(204);
    }

    @Test
    void anotherRealmsHostDoesNotFindIt() {
        Tokens tokens = remembered(first);

        Answers.assertThat(first.on("nobody.my.localhost").verify("sessionID", tokens.sessionId()))
                .hasStatus(404);
        Answers.assertThat(first.workfront().below().verify("sessionID", tokens.sessionId()))
                .hasStatus(204);
    }

    @Test
    void settingsThatChangeOnThisNodeHoldAtOnce() {
        Tokens tokens = remembered(first);

        set("workfront.verify.addresses", "none");
        try {
            Answers.assertThat(first.workfront().verify("sessionID", tokens.sessionId()))
                    .hasStatus(403);
        } finally {
            set("workfront.verify.addresses", "");
        }
        assertThat(first.workfront().verified(tokens.sessionId())).isTrue();
    }

    /** Nothing of them is remembered either. */
    @Test
    void inventedSessionIdsTakeNoStatement() {
        String real = remembered().sessionId();
        List<String> invented = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            invented.add(real.substring(0, 20) + String.format("%04d", i) + real.substring(24));
        }
        int[] next = {0};

        List<Postgres.Calls> calls =
                statements(() -> Answers.assertThat(first.workfront().verify("sessionID", invented.get(next[0]++)))
                        .isNotLoggedIn());

        assertThat(new Cost("verify, invented", REQUESTS, calls).perRequest()).isZero();
    }
}
