package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 4: in standard mode, who asked for a scope is told which one there is. */
@RunsOn
class ScopeIT {

    private final Demo demo;
    private final Workfront workfront;

    ScopeIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid profile email", "no-such-scope", "workfront", "offline_access"})
    void aScopeAskedForAtAuthorizeIsAnsweredWithTheOnlyOne(String scope) {
        try (Demo.Temporary standard = standard()) {
            assertScope(redeem(standard.application(), scope, null));
        }
    }

    @Test
    void aScopeAskedForInTheTokenRequestIsAnsweredToo() {
        try (Demo.Temporary standard = standard()) {
            Answer redeemed = redeem(standard.application(), null, "openid");
            assertScope(redeemed);

            String refreshToken = redeemed.member("refresh_token");
            Map<String, String> fields = new HashMap<>(Workfront.refreshGrant(refreshToken));
            fields.put("scope", "openid");
            Answer refreshed = workfront.client(standard.application()).token(fields);
            assertScope(refreshed);
            // This request asks for none, whatever an earlier one did.
            Tokens.of(workfront.refresh(standard.application(), refreshed.member("refresh_token")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankScopeAsksForNothing(String scope) {
        try (Demo.Temporary standard = standard()) {
            Tokens.of(redeem(standard.application(), scope, scope));
            Tokens.of(redeem(standard.application(), null, null));
        }
    }

    /** Two logins in one browser share Keycloak's session, but not what they asked for. */
    @Test
    void everyCodeKnowsItsOwnRequest() {
        try (Demo.Temporary standard = standard()) {
            Application application = standard.application();
            Visitor visitor = demo.visitor();
            Map<String, String> query = Workfront.query(application);
            String without = visitor.code(workfront, query);
            query.put("scope", "openid");
            String with = visitor.code(workfront, query);

            Tokens.of(workfront.redeem(application, without));
            assertScope(workfront.redeem(application, with));
        }
    }

    @Test
    void workfrontsOwnDialectHasFiveMembersWhateverWasAskedFor() {
        Tokens.of(redeem(Acme.SINGLE_PAGE, "openid", "openid"));
        Tokens.of(redeem(Acme.WEB, "openid", "openid"));
    }

    private Answer redeem(Application application, String atAuthorize, String atToken) {
        Map<String, String> query = Workfront.query(application);
        if (atAuthorize != null) {
            query.put("scope", atAuthorize);
        }
        Map<String, String> fields =
                Workfront.codeGrant(application, demo.visitor().code(workfront, query));
        if (atToken != null) {
            fields.put("scope", atToken);
        }
        return workfront.client(application).token(fields);
    }

    private static void assertScope(Answer answer) {
        Answers.assertThat(answer).hasStatus(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("token_type", "access_token", "refresh_token", "expires_in", "wid", "scope");
        assertThat(answer.member("scope")).isEqualTo("workfront");
        assertThat(answer.member("token_type")).isEqualTo("Bearer");
    }

    private Demo.Temporary standard() {
        return demo.singlePage(
                client -> ((ObjectNode) client.get("attributes")).put("workfront.standard.responses", "true"));
    }
}
