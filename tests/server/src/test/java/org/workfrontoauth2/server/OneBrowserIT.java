package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Callback;

/** Contract, section 6: grants from one browser, and what a logout of that browser means to each of them. */
@RunsOn
class OneBrowserIT {

    private final Demo demo;
    private final Workfront workfront;

    OneBrowserIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @Test
    void consentWithdrawnFromOneApplicationSparesTheOtherUntilTheUserLogsOut() {
        Visitor visitor = demo.visitor();
        Tokens web = visitor.grant(workfront, Acme.WEB);
        Tokens spared = visitor.grant(workfront, Acme.SINGLE_PAGE);

        Account.of(demo, visitor.user()).withdrawConsent("acme-web");

        assertThat(workfront.alive(web.sessionId())).isFalse();
        assertThat(workfront.alive(spared.sessionId())).isTrue();
        Tokens refreshed = Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, spared.refreshToken()));
        visitor.logOut(workfront);
        assertThat(workfront.alive(refreshed.sessionId())).isFalse();
        Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, refreshed.refreshToken()));
    }

    @Test
    void consentWithdrawnByTheAdministratorSparesOtherApplications() {
        Visitor visitor = demo.visitor();
        visitor.grant(workfront, Acme.WEB);
        Tokens spared = visitor.grant(workfront, Acme.SINGLE_PAGE);

        demo.realm().users().revokeConsent(visitor.user(), "acme-web");

        assertThat(workfront.alive(spared.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, spared.refreshToken()));
    }

    @Test
    void aReplayedCodeLeavesTheApplicationInTheUsersLogin() {
        Visitor visitor = demo.visitor();
        Callback first = visitor.allow(workfront, Acme.WEB);
        Tokens.of(workfront.redeem(Acme.WEB, first.code()));
        Tokens other = visitor.grant(workfront, Acme.WEB);

        Answers.assertThat(workfront.redeem(Acme.WEB, first.code())).isWorkfrontError(400, "invalid_grant");
        assertThat(workfront.alive(other.sessionId())).isTrue();
        endByAdministrator(visitor.user());

        assertThat(workfront.alive(other.sessionId())).isFalse();
        Answers.assertThat(workfront.refresh(Acme.WEB, other.refreshToken())).isWorkfrontError(400, "invalid_grant");
    }

    @Test
    void aCodePresentedByAnotherApplicationIsNotLost() {
        String code = demo.visitor().allow(workfront, Acme.WEB).code();

        Answers.assertThat(workfront.redeem(Acme.SINGLE_PAGE, code)).isWorkfrontError(400, "invalid_grant");

        Tokens.of(workfront.redeem(Acme.WEB, code));
    }

    @Test
    void aUserEnabledAgainLogsInAnew() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);

        demo.realm().users().disable(visitor.user());
        demo.realm().users().enable(visitor.user());

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Answers.assertThat(workfront.refresh(Acme.WEB, tokens.refreshToken())).isWorkfrontError(400, "invalid_grant");
    }

    /** Keycloak disables users who give wrong passwords too often, if the realm says so. */
    @Test
    void aUserLockedOutForGoodLogsInAnewWhenEnabledAgain() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        demo.realm().change(realm -> realm.put("bruteForceProtected", true)
                .put("permanentLockout", true)
                .put("failureFactor", 1)
                .put("maxTemporaryLockouts", 0)
                .put("quickLoginCheckMilliSeconds", 0));
        try {
            Answers.assertThat(workfront.post(
                            workfront.standardEndpoint("token"),
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "username",
                                    visitor.user().name(),
                                    "password",
                                    "wrong"),
                            "Authorization",
                            Workfront.basic("plain-oidc", "plain-oidc-secret")))
                    .hasStatus(400);
            await().until(() -> !workfront.alive(tokens.sessionId()));
        } finally {
            demo.realm().change(realm -> realm.put("bruteForceProtected", false).put("permanentLockout", false));
        }
        demo.realm().users().enable(visitor.user());

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Answers.assertThat(workfront.refresh(Acme.WEB, tokens.refreshToken())).isWorkfrontError(400, "invalid_grant");
    }

    @Test
    void anApplicationEnabledAgainStartsAnew() {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Tokens tokens = demo.visitor().grant(workfront, temporary.application());

            demo.realm().clients().disable(temporary.clientId());
            demo.realm().clients().enable(temporary.clientId());

            assertThat(workfront.alive(tokens.sessionId())).isFalse();
        }
    }

    /** Keycloak's own default is 60 seconds; a code is good for 120 in every realm. */
    @ParameterizedTest
    @ValueSource(ints = {60, 300})
    void aCodeIsGoodForTwoMinutesWhateverTheRealmsSetting(int seconds) {
        demo.realm().change(realm -> realm.put("accessCodeLifespan", seconds));
        try {
            Visitor visitor = demo.visitor();
            String early = visitor.allow(workfront, Acme.WEB).code();
            demo.keycloak().clock().advance(Duration.ofSeconds(90));
            Tokens.of(workfront.redeem(Acme.WEB, early));

            String late = visitor.allow(workfront, Acme.WEB).code();
            demo.keycloak().clock().advance(Duration.ofSeconds(125));
            Answers.assertThat(workfront.redeem(Acme.WEB, late)).isWorkfrontError(400, "invalid_grant");
        } finally {
            demo.realm().change(realm -> realm.put("accessCodeLifespan", 120));
        }
    }

    @Test
    void logoutsThatRaceEndTheGrantWithoutAFault() throws Exception {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Answer>> logouts = IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> workfront.client(Acme.WEB).logOut(tokens.sessionId()))
                    .toList();
            for (Future<Answer> answer : pool.invokeAll(logouts)) {
                assertThat(answer.get().status()).isIn(200, 401);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x+y z", "\ud83d\ude00", "a\r\nb", "한국어", "&=#?%"})
    void theStateComesBackToTheLetter(String state) {
        Visitor visitor = demo.visitor();
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("state", state);

        Callback callback = visitor.allow(workfront.authorizeAddress(query));

        assertThat(callback.parameter("state")).contains(state);
    }

    private void endByAdministrator(User user) {
        for (JsonNode session : demo.realm().users().sessions(user)) {
            demo.realm().deleteSession(session.get("id").asText());
        }
    }
}
