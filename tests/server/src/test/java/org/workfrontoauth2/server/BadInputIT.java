package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;

/** Whatever is sent: the contract's error, in the contract's dialect, never a failure of the server. */
@RunsOn
class BadInputIT {

    private final KeycloakServer keycloak;
    private final Workfront workfront;

    BadInputIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.workfront = new Demo(keycloak).workfront();
    }

    @TestFactory
    Stream<DynamicTest> token() {
        return tests(new TokenBadInput(workfront.tokenEndpoint()).all());
    }

    @TestFactory
    Stream<DynamicTest> authorize() {
        return tests(new AuthorizeBadInput(workfront).all());
    }

    @TestFactory
    Stream<DynamicTest> others() {
        Tokens tokens = new Demo(keycloak).visitor().grant(workfront, Acme.WEB);
        return tests(new OtherBadInput(workfront, tokens.sessionId()).all());
    }

    @Test
    void theTableIsLong() {
        int cases = new TokenBadInput(workfront.tokenEndpoint()).all().size()
                + new AuthorizeBadInput(workfront).all().size()
                + new OtherBadInput(workfront, "x").all().size();

        assertThat(cases).isGreaterThan(100);
    }

    private Stream<DynamicTest> tests(List<BadInput> table) {
        return table.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    private void check(BadInput row) {
        long logged = keycloak.log().end();

        Answer answer = workfront.send(row.request());

        assertThat(answer)
                .as(row.name())
                .satisfies(row.expected(), it -> assertThat(it.status()).isLessThan(500), it -> assertThat(it.text())
                        .doesNotContainPattern("(java|keycloak|jackson)[.\\w]*Exception|\tat "));
        assertThat(keycloak.log().since(logged))
                .doesNotContain("Uncaught server error")
                .doesNotContain("\tat ");
    }
}
