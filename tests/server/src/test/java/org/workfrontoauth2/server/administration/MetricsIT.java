package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Metrics;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Application;

/** What Keycloak's metrics endpoint says of the contract (docs/operations.md). */
@RunsOn(Setup.DEVELOPMENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OwnRealm realm;
    private final Applications applications;
    private final Metrics metrics;

    MetricsIT(KeycloakServer keycloak, OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.metrics = keycloak.metrics();
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void whatWasDoneIsCounted() {
        double codes = requests("code_to_token", "done");
        double refreshes = requests("refresh_token", "done");

        Application application = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        user.refresh(application, tokens);
        user.refresh(application, tokens);

        assertThat(requests("code_to_token", "done")).isEqualTo(codes + 1);
        assertThat(requests("refresh_token", "done")).isEqualTo(refreshes + 2);
    }

    @Test
    void whatWasRefusedIsCountedByReason() {
        Application application = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens nobodys = new Person.Tokens("", "no-refresh-token");
        double refused = requests("refresh_token", "invalid_refresh_token");

        assertThat(user.refresh(application, nobodys).status()).isEqualTo(400);

        assertThat(requests("refresh_token", "invalid_refresh_token")).isEqualTo(refused + 1);
    }

    @Test
    void reuseHasAReasonOfItsOwn() {
        Application application = applications.createForUsers("web");
        applications.change(application.clientId(), Map.of("rotateRefreshTokens", true, "refreshGraceSeconds", 0));
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        user.refresh(application, tokens);

        assertThat(user.refresh(application, tokens).status()).isEqualTo(400);

        assertThat(requests("refresh_token", "reused_refresh_token")).isEqualTo(1);
    }

    @Test
    void whatThereIsIsCountedNowAndThen() {
        Application application = applications.createForUsers("web");
        new Person(realm, OwnRealm.USER).allow(application);

        await("workfront_grants", Map.of("realm", realm.name(), "kind", "user"), 1);
        await("workfront_applications", named(), 1);
        await("workfront_applications_limit", named(), 10);

        applications.deleteAll();

        await("workfront_grants", Map.of("realm", realm.name(), "kind", "user"), 0);
        await("workfront_applications", named(), 0);
    }

    /** Labels are what Prometheus keeps for ever: no name that a request brings may become one. */
    @Test
    void nothingOfARequestBecomesALabel() {
        Application application = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        user.refresh(new Application("no-such-application", "secret", Applications.REDIRECT_URL), tokens);

        List<String> lines = metrics.ours();

        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("no-such-application", application.clientId(), OwnRealm.USER));
    }

    private double requests(String event, String outcome) {
        return metrics.value(
                "workfront_requests_total", Map.of("realm", realm.name(), "event", event, "outcome", outcome));
    }

    private Map<String, String> named() {
        return Map.of("realm", realm.name());
    }

    private void await(String name, Map<String, String> labels, double value) {
        Awaitility.await(name + labels).atMost(PATIENCE).untilAsserted(() -> assertThat(metrics.value(name, labels))
                .isEqualTo(value));
    }
}
