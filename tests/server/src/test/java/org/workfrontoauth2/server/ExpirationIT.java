package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Clock;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, sections 2 and 4: absolute and inactive expiration, and what moves them. */
@RunsOn
class ExpirationIT {

    private static final String ABSOLUTE = "client.offline.session.max.lifespan";
    private static final String INACTIVE = "client.offline.session.idle.timeout";
    private static final String ROTATE = "workfront.rotate";
    private static final String DAY = "86400";
    private static final String HOUR = "3600";
    private static final String NEVER = "";

    private final Demo demo;
    private final Workfront workfront;
    private final Clock clock;

    ExpirationIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
        this.clock = keycloak.clock();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void refreshesDoNotMoveTheAbsoluteExpiration(String rotate) {
        try (Demo.Temporary application = demo.singlePage(Map.of(ROTATE, rotate, ABSOLUTE, DAY, INACTIVE, NEVER))) {
            Tokens tokens = demo.visitor().grant(workfront, application.application());
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofHours(7));
                tokens = refresh(application, tokens);
                assertThat(tokens.expiresIn()).isBetween(3590L, 3600L);
            }
            clock.advance(Duration.ofMinutes(150));

            Tokens last = refresh(application, tokens);
            assertThat(last.expiresIn()).isBetween(1700L, 1800L);
            assertThat(remaining(last.sessionId())).isBetween(1700L, 1800L);
            clock.advance(Duration.ofMinutes(31));

            assertThat(workfront.alive(last.sessionId())).isFalse();
            assertExpired(application, last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void everyUseMovesTheInactiveExpiration(String rotate) {
        try (Demo.Temporary application = demo.singlePage(Map.of(ROTATE, rotate, ABSOLUTE, NEVER, INACTIVE, HOUR))) {
            Tokens tokens = demo.visitor().grant(workfront, application.application());
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofMinutes(59));
                tokens = refresh(application, tokens);
            }

            clock.advance(Duration.ofMinutes(61));

            assertExpired(application, tokens);
        }
    }

    /** Wherever in the realm the user logs in. */
    @Test
    void everyLoginMovesTheInactiveExpiration() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, NEVER, INACTIVE, HOUR))) {
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, application.application());
            Tokens others = demo.visitor().grant(workfront, application.application());

            clock.advance(Duration.ofMinutes(50));
            Account.of(demo, visitor.user());
            clock.advance(Duration.ofMinutes(50));

            refresh(application, tokens);
            assertExpired(application, others);
        }
    }

    @Test
    void aLoginAfterwardsRevivesNothing() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, NEVER, INACTIVE, HOUR))) {
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, application.application());

            clock.advance(Duration.ofMinutes(61));
            Account.of(demo, visitor.user());

            assertExpired(application, tokens);
        }
    }

    @Test
    void ofBothExpirationsTheFirstCounts() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, "5400", INACTIVE, HOUR))) {
            Tokens used = demo.visitor().grant(workfront, application.application());
            Tokens unused = demo.visitor().grant(workfront, application.application());

            clock.advance(Duration.ofMinutes(59));
            used = refresh(application, used);
            clock.advance(Duration.ofMinutes(2));
            assertExpired(application, unused);
            used = refresh(application, used);
            clock.advance(Duration.ofMinutes(30));
            assertExpired(application, used);
        }
    }

    @Test
    void tighteningThePolicyEndsWhatIsPastIt() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, NEVER, INACTIVE, NEVER))) {
            Tokens old = demo.visitor().grant(workfront, application.application());
            clock.advance(Duration.ofMinutes(50));
            Tokens young = demo.visitor().grant(workfront, application.application());

            application.set(Map.of(INACTIVE, "2400"));

            assertThat(workfront.alive(old.sessionId())).isFalse();
            assertThat(remaining(young.sessionId())).isBetween(2300L, 2400L);
            assertEnded(application, old);
            application.set(Map.of(INACTIVE, NEVER));
            assertEnded(application, old);
            assertThat(workfront.alive(old.sessionId())).isFalse();
            refresh(application, young);
        }
    }

    @Test
    void looseningThePolicyRevivesNothing() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, NEVER, INACTIVE, HOUR))) {
            Tokens ended = demo.visitor().grant(workfront, application.application());
            clock.advance(Duration.ofMinutes(50));
            Tokens living = demo.visitor().grant(workfront, application.application());
            clock.advance(Duration.ofMinutes(20));

            application.set(Map.of(INACTIVE, DAY));

            assertEnded(application, ended);
            clock.advance(Duration.ofHours(23));
            refresh(application, living);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void withoutExpirationAGrantIsGoodForTenYearsOfUse(String rotate) {
        try (Demo.Temporary application = demo.singlePage(Map.of(ROTATE, rotate, ABSOLUTE, NEVER, INACTIVE, NEVER))) {
            Tokens tokens = demo.visitor().grant(workfront, application.application());
            for (int day = 0; day < 3653; day += 29) {
                clock.advance(Duration.ofDays(29));
                tokens = refresh(application, tokens);
            }
            clock.run("workfront-abandoned-grants");

            assertThat(workfront.alive(refresh(application, tokens).sessionId()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void withoutExpirationAGrantIsGoodAfterTenYearsWithoutUse(String rotate) {
        try (Demo.Temporary application = demo.singlePage(Map.of(ROTATE, rotate, ABSOLUTE, NEVER, INACTIVE, NEVER))) {
            Tokens tokens = demo.visitor().grant(workfront, application.application());

            clock.advance(Duration.ofDays(3653));
            clock.run("workfront-abandoned-grants");

            Tokens refreshed = refresh(application, tokens);
            assertThat(refreshed.expiresIn()).isBetween(3590L, 3600L);
            assertThat(workfront.alive(refreshed.sessionId())).isTrue();
        }
    }

    @Test
    void whatHasEndedIsForgotten() {
        try (Demo.Temporary application = demo.singlePage(Map.of(ABSOLUTE, DAY, INACTIVE, HOUR))) {
            clock.run("workfront-abandoned-grants");
            long before = clock.rows("workfront_grant");
            Tokens byAge = demo.visitor().grant(workfront, application.application());
            clock.advance(Duration.ofMinutes(59));
            Tokens living = demo.visitor().grant(workfront, application.application());
            assertThat(clock.rows("workfront_grant")).isEqualTo(before + 2);
            clock.advance(Duration.ofMinutes(2));

            clock.run("workfront-abandoned-grants");

            assertThat(clock.rows("workfront_grant")).isEqualTo(before + 1);
            assertEnded(application, byAge);
            refresh(application, living);
        }
    }

    private Tokens refresh(Demo.Temporary application, Tokens tokens) {
        return Tokens.of(workfront.refresh(application.application(), tokens.refreshToken()));
    }

    private long remaining(String sessionId) {
        return workfront.introspect(sessionId).get("exp").asLong() - clock.seconds();
    }

    private void assertExpired(Demo.Temporary application, Tokens tokens) {
        demo.refused(() -> refused(application, tokens))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "expired_refresh_token");
    }

    private void assertEnded(Demo.Temporary application, Tokens tokens) {
        demo.refused(() -> refused(application, tokens))
                .answers(400, "invalid_grant")
                .records("REFRESH_TOKEN_ERROR", "invalid_token");
    }

    private Answer refused(Demo.Temporary application, Tokens tokens) {
        return workfront.refresh(application.application(), tokens.refreshToken());
    }
}
