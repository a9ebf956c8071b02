package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 4; RFC 6749, 4.1.2: a code is good once, on whatever nodes it is presented at the same moment. */
@RunsOn
class RedemptionRaceIT {

    private static final int RACES = 8;
    private static final int PER_NODE = 4;

    private final TwoNodes nodes;
    private final Demo first;
    private final Demo second;

    RedemptionRaceIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = new Demo(nodes.first());
        this.second = new Demo(nodes.second());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void ofRedemptionsAtOnceOneSucceedsAndTheOthersEndWhatItIssued(String clientId) throws Exception {
        Application application = Demo.application(clientId);
        Visitor visitor = first.visitor();
        for (int race = 0; race < RACES; race++) {
            String code = visitor.allow(first.workfront(), application).code();
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < PER_NODE; i++) {
                requests.add(() -> first.workfront().redeem(application, code));
                requests.add(() -> second.workfront().redeem(application, code));
            }

            List<Answer> answers = AtOnce.all(requests);

            List<Answer> good =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(good).as("of race %s", race).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> Answers.assertThat(answer).isWorkfrontError(400, "invalid_grant"));
            Tokens issued = Tokens.of(good.get(0));
            for (Demo node : List.of(first, second)) {
                assertThat(node.workfront().alive(issued.sessionId())).isFalse();
                assertThat(node.workfront().refreshable(issued.refreshToken())).isFalse();
            }
        }
        assertThat(nodes.database()
                        .count("select count(*) from workfront_grant where user_id = '"
                                + visitor.user().id() + "'"))
                .isZero();
    }
}
