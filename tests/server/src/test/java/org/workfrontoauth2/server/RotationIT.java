package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Clock;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;

/** Contract, section 11: rotation that survives a lost answer, and reuse that kills the family. */
@RunsOn
class RotationIT {

    private static final String ROTATE = "workfront.rotate";
    private static final String GRACE = "workfront.grace.seconds";

    private final Demo demo;
    private final Workfront workfront;
    private final Clock clock;

    RotationIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
        this.clock = keycloak.clock();
    }

    @Test
    void everyUseBringsANewRefreshToken() {
        try (Demo.Temporary application = rotating(10)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);
            Tokens third = refresh(application, second);

            assertThat(Stream.of(first, second, third).map(Tokens::refreshToken))
                    .doesNotHaveDuplicates();
            assertThat(Stream.of(first, second, third).map(Tokens::sessionId)).allMatch(workfront::alive);
        }
    }

    @Test
    void aLostAnswerIsGivenAgainWithASessionIdOfItsOwn() {
        try (Demo.Temporary application = rotating(60)) {
            Tokens first = grant(application);
            Tokens lost = refresh(application, first);

            Tokens again = refresh(application, first);
            clock.advance(Duration.ofSeconds(30));
            Tokens onceMore = refresh(application, first);

            assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
            assertThat(onceMore.refreshToken()).isEqualTo(lost.refreshToken());
            assertThat(Stream.of(lost, again, onceMore).map(Tokens::sessionId))
                    .doesNotHaveDuplicates()
                    .allMatch(workfront::alive);
            refresh(application, lost);
        }
    }

    @Test
    void usingTheSuccessorClosesTheWindow() {
        try (Demo.Temporary application = rotating(60)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);
            Tokens third = refresh(application, second);

            assertReuseKills(application, first, first, second, third);
        }
    }

    /** The window also closes when the successor is used after rotation was switched off. */
    @Test
    void usingTheSuccessorWithoutRotationClosesTheWindow() {
        try (Demo.Temporary application = rotating(60)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);
            application.set(Map.of(ROTATE, "false"));
            Tokens same = refresh(application, second);

            assertThat(same.refreshToken()).isEqualTo(second.refreshToken());
            assertReuseKills(application, first, second, same);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 60})
    void afterTheGraceTimeThePredecessorIsReuse(int grace) {
        try (Demo.Temporary application = rotating(grace)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);
            clock.advance(Duration.ofSeconds(grace + 1));

            assertReuseKills(application, first, first, second);
        }
    }

    /** Nobody moves the clock here: there is no time in which the old token is good, however short. */
    @Test
    void withoutGraceTimeAReplayAtOnceIsReuse() {
        try (Demo.Temporary application = rotating(0)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);

            assertReuseKills(application, first, first, second);
        }
    }

    @Test
    void reuseSparesOtherGrantsOfTheSameUserAndApplication() {
        try (Demo.Temporary application = rotating(0)) {
            Visitor visitor = demo.visitor();
            Tokens spared = visitor.grant(workfront, application.application());
            Tokens first = visitor.grant(workfront, application.application());
            Tokens second = refresh(application, first);

            assertReuseKills(application, first, second);

            assertThat(workfront.alive(spared.sessionId())).isTrue();
            refresh(application, spared);
        }
    }

    @Test
    void theGraceTimeInForceIsTheOneOfTheMoment() {
        try (Demo.Temporary application = rotating(60)) {
            Tokens first = grant(application);
            Tokens second = refresh(application, first);
            application.set(Map.of(GRACE, "0"));

            assertReuseKills(application, first, second);
        }
    }

    @Test
    void aLostAnswerIsAUse() {
        try (Demo.Temporary application = rotating(60)) {
            application.set(Map.of("client.offline.session.idle.timeout", "60"));
            Tokens first = grant(application);
            Tokens lost = refresh(application, first);
            clock.advance(Duration.ofSeconds(35));
            Tokens again = refresh(application, first);
            // Were it no use, 25 seconds would be left.
            assertThat(again.expiresIn()).isBetween(30L, 60L);
            clock.advance(Duration.ofSeconds(35));

            refresh(application, lost);
        }
    }

    private void assertReuseKills(Demo.Temporary application, Tokens reused, Tokens... family) {
        demo.refused(() -> workfront.refresh(application.application(), reused.refreshToken()))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "refresh_token_reused");
        for (Tokens tokens : family) {
            assertThat(workfront.alive(tokens.sessionId())).isFalse();
            assertThat(workfront.refreshable(tokens.refreshToken())).isFalse();
            demo.refused(() -> workfront.refresh(application.application(), tokens.refreshToken()))
                    .answers(400, "invalid_grant")
                    .records("REFRESH_TOKEN_ERROR", "invalid_token");
        }
    }

    private Demo.Temporary rotating(int grace) {
        return demo.singlePage(Map.of(ROTATE, "true", GRACE, Integer.toString(grace)));
    }

    private Tokens grant(Demo.Temporary application) {
        return demo.visitor().grant(workfront, application.application());
    }

    private Tokens refresh(Demo.Temporary application, Tokens tokens) {
        return Tokens.of(workfront.refresh(application.application(), tokens.refreshToken()));
    }
}
