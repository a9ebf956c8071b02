package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 11: a refresh that races a revocation or logout leaves nothing alive, on whatever nodes they meet. */
@RunsOn
class RefreshRaceIT {

    private static final int RACES = 15;

    /** Far more than anybody manages before the end: a grant that outlives its end does not keep the test for ever. */
    private static final int MOST_REFRESHES = 500;

    private final TwoNodes nodes;
    private final Demo first;
    private final Demo second;

    RefreshRaceIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.first = new Demo(nodes.first());
        this.second = new Demo(nodes.second());
    }

    /** What ends the grant while it is refreshed. */
    enum End {
        REVOCATION {
            @Override
            void happen(Demo node, Visitor visitor, Application application, Tokens tokens) {
                Answers.assertThat(node.workfront().client(application).revoke(tokens.refreshToken()))
                        .hasStatus(200);
            }
        },
        LOGOUT_OF_WORKFRONTS_API {
            @Override
            void happen(Demo node, Visitor visitor, Application application, Tokens tokens) {
                Answers.assertThat(node.workfront().client(application).logOut(tokens.sessionId()))
                        .hasStatus(200);
            }
        },
        LOGOUT_BY_THE_ADMINISTRATOR {
            @Override
            void happen(Demo node, Visitor visitor, Application application, Tokens tokens) {
                node.realm().users().logout(visitor.user());
            }
        };

        abstract void happen(Demo node, Visitor visitor, Application application, Tokens tokens);
    }

    /** Each refresh is made on the other node than the one before. */
    @ParameterizedTest
    @EnumSource
    void ofRotatingTokensNothingIsAliveAfterwards(End end) throws Exception {
        race(Acme.SINGLE_PAGE, end, start -> List.of(() -> refreshToTheEnd(Acme.SINGLE_PAGE, start, first, second)));
    }

    /** Both nodes refresh, without a pause. */
    @ParameterizedTest
    @EnumSource
    void ofStandingTokensNothingIsAliveAfterwards(End end) throws Exception {
        race(
                Acme.WEB,
                end,
                start -> List.of(
                        () -> refreshToTheEnd(Acme.WEB, start, first), () -> refreshToTheEnd(Acme.WEB, start, second)));
    }

    /** Who refreshes the first tokens of a grant. */
    private interface Refreshers {
        List<Callable<List<Tokens>>> of(Tokens start);
    }

    private void race(Application application, End end, Refreshers refreshers) throws Exception {
        Visitor visitor = first.visitor();
        for (int race = 0; race < RACES; race++) {
            // An administrator's logout refuses everything of its own second.
            nodes.clock().advance(Duration.ofSeconds(2));
            Tokens start = visitor.grant(first.workfront(), application);
            Demo ending = race % 2 == 0 ? first : second;
            List<Callable<List<Tokens>>> all = new ArrayList<>(refreshers.of(start));
            all.add(() -> {
                end.happen(ending, visitor, application, start);
                return List.of(start);
            });

            List<Tokens> issued = AtOnce.all(all).stream().flatMap(List::stream).toList();

            assertDead(application, issued);
            assertThat(nodes.database()
                            .count("select count(*) from workfront_grant where user_id = '"
                                    + visitor.user().id() + "'"))
                    .isZero();
        }
    }

    /** Refreshes on these nodes in turn until that is refused; everything that was issued. */
    private static List<Tokens> refreshToTheEnd(Application application, Tokens start, Demo... turns) {
        List<Tokens> issued = new ArrayList<>();
        Tokens current = start;
        for (int i = 0; i < MOST_REFRESHES; i++) {
            Answer answer = turns[i % turns.length].workfront().refresh(application, current.refreshToken());
            if (answer.status() != 200) {
                Answers.assertThat(answer).isWorkfrontError(400, "invalid_grant");
                return issued;
            }
            current = Tokens.of(answer);
            issued.add(current);
        }
        throw new AssertionError("still refreshed after " + MOST_REFRESHES + " times");
    }

    private void assertDead(Application application, List<Tokens> issued) {
        for (Demo node : List.of(first, second)) {
            assertThat(issued).noneMatch(tokens -> node.workfront().alive(tokens.sessionId()));
            Stream<String> refreshTokens =
                    issued.stream().map(Tokens::refreshToken).distinct();
            assertThat(refreshTokens)
                    .noneMatch(token -> node.workfront().refreshable(token))
                    .allSatisfy(token -> Answers.assertThat(node.workfront().refresh(application, token))
                            .isWorkfrontError(400, "invalid_grant"));
        }
    }
}
