package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 11, whichever node a client talks to. */
@RunsOn
class RotationOnTwoNodesIT {

    private static final int REFRESHES = 50;

    private final Demo first;
    private final Demo second;

    RotationOnTwoNodesIT(TwoNodes nodes) {
        this.first = new Demo(nodes.first());
        this.second = new Demo(nodes.second());
    }

    @Test
    void withinTheGraceTimeThePredecessorGetsTheSameSuccessorOnTheOtherNode() {
        try (Demo.Temporary temporary = withGrace(60)) {
            Application application = temporary.application();
            Tokens start = first.visitor().grant(first.workfront(), application);
            Tokens answered = Tokens.of(first.workfront().refresh(application, start.refreshToken()));
            first.keycloak().clock().advance(Duration.ofSeconds(30));

            Tokens repeated = Tokens.of(second.workfront().refresh(application, start.refreshToken()));

            assertThat(repeated.refreshToken())
                    .isEqualTo(answered.refreshToken())
                    .isNotEqualTo(start.refreshToken());
            assertThat(repeated.sessionId()).isNotEqualTo(answered.sessionId());
            assertAlive(first, start, answered, repeated);
            assertAlive(second, start, answered, repeated);
        }
    }

    @Test
    void theWindowIsClosedOnTheOtherNodeOnceTheSuccessorWasUsed() {
        try (Demo.Temporary temporary = withGrace(60)) {
            Application application = temporary.application();
            Tokens start = first.visitor().grant(first.workfront(), application);
            Tokens next = Tokens.of(first.workfront().refresh(application, start.refreshToken()));
            Tokens last = Tokens.of(first.workfront().refresh(application, next.refreshToken()));
            assertAlive(second, start, next, last);

            assertReuse(second, application, start);

            assertAllDead(application, start, next, last);
        }
    }

    @Test
    void aPredecessorAfterTheGraceTimeIsReuseOnTheOtherNode() {
        try (Demo.Temporary temporary = withGrace(30)) {
            Application application = temporary.application();
            Tokens start = first.visitor().grant(first.workfront(), application);
            Tokens next = Tokens.of(first.workfront().refresh(application, start.refreshToken()));
            assertAlive(second, start, next);
            first.keycloak().clock().advance(Duration.ofSeconds(31));

            assertReuse(second, application, start);

            assertAllDead(application, start, next);
        }
    }

    @Test
    void reuseSeenOnOneNodeSparesOtherGrants() {
        try (Demo.Temporary temporary = withGrace(0)) {
            Application application = temporary.application();
            Visitor visitor = first.visitor();
            Tokens spared = visitor.grant(first.workfront(), application);
            Tokens start = visitor.grant(first.workfront(), application);
            Tokens next = Tokens.of(first.workfront().refresh(application, start.refreshToken()));

            assertReuse(second, application, start);

            assertAllDead(application, start, next);
            assertAlive(first, spared);
            Tokens.of(second.workfront().refresh(application, spared.refreshToken()));
        }
    }

    @Test
    void ofRefreshesAtOnceWithAGraceTimeAllWorkAndStayOneFamily() throws Exception {
        try (Demo.Temporary temporary = withGrace(60)) {
            Application application = temporary.application();
            Tokens start = first.visitor().grant(first.workfront(), application);

            List<Tokens> all = refreshAtOnce(application, start.refreshToken()).stream()
                    .map(Tokens::of)
                    .toList();

            assertThat(all)
                    .extracting(Tokens::refreshToken)
                    .containsOnly(all.get(0).refreshToken());
            assertThat(all).extracting(Tokens::sessionId).doesNotHaveDuplicates();
            assertAlive(first, all.toArray(Tokens[]::new));
            Tokens next =
                    Tokens.of(second.workfront().refresh(application, all.get(0).refreshToken()));
            assertReuse(first, application, start);
            assertAllDead(application, next, all.get(0), all.get(REFRESHES - 1));
        }
    }

    @Test
    void ofRefreshesAtOnceWithoutAGraceTimeOneSucceedsAndTheOthersAreReuse() throws Exception {
        try (Demo.Temporary temporary = withGrace(0)) {
            Application application = temporary.application();
            Tokens start = first.visitor().grant(first.workfront(), application);

            List<Answer> answers = refreshAtOnce(application, start.refreshToken());

            List<Answer> succeeded =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(succeeded).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(refused -> Answers.assertThat(refused).isWorkfrontError(400, "invalid_grant"));
            assertAllDead(application, start, Tokens.of(succeeded.get(0)));
        }
    }

    private List<Answer> refreshAtOnce(Application application, String refreshToken) throws Exception {
        return AtOnce.all(IntStream.range(0, REFRESHES)
                .mapToObj(number -> (number % 2 == 0 ? first : second).workfront())
                .<Callable<Answer>>map(node -> () -> node.refresh(application, refreshToken))
                .toList());
    }

    private Demo.Temporary withGrace(int seconds) {
        return first.singlePage(
                client -> client.withObject("/attributes").put("workfront.grace.seconds", Integer.toString(seconds)));
    }

    private static void assertReuse(Demo node, Application application, Tokens spent) {
        node.refused(() -> node.workfront().refresh(application, spent.refreshToken()))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "refresh_token_reused");
    }

    private static void assertAlive(Demo node, Tokens... all) {
        assertThat(all).allMatch(tokens -> node.workfront().alive(tokens.sessionId()));
    }

    private void assertAllDead(Application application, Tokens... all) {
        for (Demo node : List.of(first, second)) {
            for (Tokens tokens : all) {
                assertThat(node.workfront().alive(tokens.sessionId())).isFalse();
                assertThat(node.workfront().refreshable(tokens.refreshToken())).isFalse();
                Answers.assertThat(node.workfront().refresh(application, tokens.refreshToken()))
                        .isWorkfrontError(400, "invalid_grant");
            }
        }
    }
}
