package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 6: "at once" means on every node, also on one that has just found everything in order. */
@RunsOn
class SessionEndOnTwoNodesIT {

    private final Demo first;
    private final Demo second;

    SessionEndOnTwoNodesIT(TwoNodes nodes) {
        this.first = new Demo(nodes.first());
        this.second = new Demo(nodes.second());
    }

    /** Where it is ended; it began on the first node. */
    enum Where {
        FIRST_NODE,
        SECOND_NODE
    }

    private Demo at(Where where) {
        return where == Where.FIRST_NODE ? first : second;
    }

    private Demo elsewhere(Where where) {
        return where == Where.FIRST_NODE ? second : first;
    }

    static Stream<Arguments> ends() {
        return Arrays.stream(Where.values())
                .flatMap(where -> Arrays.stream(SessionEndIT.End.values()).map(end -> Arguments.of(end, where)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void atOnceBothAreDeadOnTheOtherNode(SessionEndIT.End end, Where where) {
        Demo here = at(where);
        Demo there = elsewhere(where);
        try (Demo.Temporary temporary = here.singlePage(client -> {})) {
            Application application = temporary.application();
            Visitor visitor = first.visitor();
            Tokens tokens = visitor.grant(first.workfront(), application);
            Tokens refreshed = Tokens.of(there.workfront().refresh(application, tokens.refreshToken()));
            assertAlive(there, tokens, refreshed);

            end.happen(here, visitor, temporary);
            try {
                for (Demo node : List.of(there, here)) {
                    assertDead(node, tokens.sessionId());
                    assertDead(node, refreshed.sessionId());
                    assertDead(node, refreshed.refreshToken());
                    Answers.assertThat(node.workfront().refresh(application, refreshed.refreshToken()))
                            .isWorkfrontError()
                            .hasStatus(end.name().startsWith("APPLICATION") ? 401 : 400);
                }
            } finally {
                end.undo(here);
            }
        }
    }

    /** The other node knows at once which came first, though both fall into one second. */
    @ParameterizedTest
    @EnumSource
    void aLoginOnTheOtherNodeWorksAtOnceAfterAnAdministratorsLogout(Where where) {
        Demo here = at(where);
        Demo there = elsewhere(where);
        Visitor visitor = here.visitor();
        Tokens ended = visitor.grant(here.workfront(), Acme.WEB);
        for (int i = 0; i < 5; i++) {
            here.realm().users().logout(visitor.user());

            Tokens next = there.visitor(visitor.user()).grant(there.workfront(), Acme.WEB);

            assertAlive(there, next);
            assertAlive(here, next);
            assertDead(there, ended.sessionId());
            ended = next;
        }
    }

    static Stream<Arguments> grantEnds() {
        return Arrays.stream(Where.values())
                .flatMap(where -> Arrays.stream(SessionEndIT.GrantEnd.values()).map(end -> Arguments.of(end, where)));
    }

    @ParameterizedTest
    @MethodSource("grantEnds")
    void thisGrantsTokensAreDeadOnTheOtherNodeAndNoOthers(SessionEndIT.GrantEnd end, Where where) {
        Demo there = elsewhere(where);
        Visitor visitor = first.visitor();
        Tokens spared = visitor.grant(first.workfront(), Acme.WEB);
        Tokens tokens = visitor.grant(first.workfront(), Acme.WEB);
        assertAlive(there, spared, tokens);

        Answers.assertThat(end.happen(at(where).workfront(), tokens)).hasStatus(200);

        assertDead(there, tokens.sessionId());
        assertDead(there, tokens.refreshToken());
        there.refused(() -> there.workfront().refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "invalid_token");
        assertAlive(there, spared);
        Tokens.of(there.workfront().refresh(Acme.WEB, spared.refreshToken()));
    }

    @ParameterizedTest
    @EnumSource
    void whenTheUserLogsOutInTheBrowserTheRefreshTokenLivesOnBothNodes(Where where) {
        Demo here = at(where);
        Demo there = elsewhere(where);
        Visitor visitor = here.visitor();
        Tokens tokens = visitor.grant(here.workfront(), Acme.WEB);
        Tokens refreshed = Tokens.of(there.workfront().refresh(Acme.WEB, tokens.refreshToken()));
        assertAlive(there, tokens, refreshed);

        visitor.logOut(here.workfront());

        for (Demo node : List.of(there, here)) {
            assertDead(node, tokens.sessionId());
            assertDead(node, refreshed.sessionId());
            assertAlive(node, Tokens.of(node.workfront().refresh(Acme.WEB, tokens.refreshToken())));
        }
    }

    private static void assertAlive(Demo node, Tokens... all) {
        assertThat(all).allMatch(tokens -> node.workfront().alive(tokens.sessionId()));
        assertThat(all).allMatch(tokens -> node.workfront().verified(tokens.sessionId()));
    }

    private static void assertDead(Demo node, String token) {
        assertThat(node.workfront().introspect(token).toString()).isEqualTo("{\"active\":false}");
        Answers.assertThat(node.workfront().verify("sessionID", token)).isNotLoggedIn();
    }
}
