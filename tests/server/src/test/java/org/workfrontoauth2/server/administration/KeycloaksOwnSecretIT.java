package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Keycloak's own plain client secret never authenticates an application, and is not shown as if it did. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloaksOwnSecretIT {

    private static final String CHOSEN = "a-secret-of-somebodys-own-choice";

    private final OwnRealm realm;
    private final Applications applications;
    private final Authentication authentication;
    private final Caller owner;

    KeycloaksOwnSecretIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.authentication = new Authentication(realm);
        this.owner = realm.as(OwnRealm.OWNER);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "machine-to-machine"})
    void itIsNotShown(String type) {
        String clientId = applications.create(type).get("clientId").asText();

        assertThat(owner.get(client(clientId)).body().hasNonNull("secret")).isFalse();
        assertThat(owner.get(client(clientId) + "/client-secret").body().hasNonNull("value"))
                .isFalse();
        assertThat(owner.get("/clients?clientId=" + clientId).body().at("/0").hasNonNull("secret"))
                .isFalse();
    }

    @Test
    void oneThatIsSentWithANewClientIsWorthNothing() {
        Answer answer = owner.post(
                "/clients",
                Map.of(
                        "clientId",
                        "with-a-secret",
                        "secret",
                        CHOSEN,
                        "redirectUris",
                        List.of("https://app.example/cb"),
                        "attributes",
                        Map.of("workfront.application.type", "web")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertNoSecret("with-a-secret");
    }

    @Test
    void oneThatIsSentWithAChangeIsWorthNothing() {
        String clientId = applications.create("web").get("clientId").asText();

        Answer answer = owner.put(client(clientId), Map.of("clientId", clientId, "secret", CHOSEN));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertNoSecret(clientId);
    }

    /** The client's secret from before it became an application. */
    @Test
    void oneThatAnOrdinaryClientHadIsWorthNothing() {
        owner.post(
                "/clients",
                Map.of("clientId", "ordinary", "secret", CHOSEN, "redirectUris", List.of("https://app.example/cb")));

        owner.put(
                client("ordinary"),
                Map.of("clientId", "ordinary", "attributes", Map.of("workfront.application.type", "web")));

        assertThat(applications.get("ordinary").get("secrets")).isEmpty();
        assertNoSecret("ordinary");
    }

    /** The console's button. */
    @Test
    void oneThatIsGeneratedAnewIsWorthNothing() {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();

        String generated = owner.post(client(clientId) + "/client-secret", null).member("value");

        assertThat(authentication.succeeds(clientId, generated)).isFalse();
        assertThat(authentication.succeeds(clientId, created.get("clientSecret").asText()))
                .isTrue();
    }

    private void assertNoSecret(String clientId) {
        assertThat(authentication.succeeds(clientId, CHOSEN)).isFalse();
        assertThat(owner.get(client(clientId)).text()).doesNotContain(CHOSEN);
        assertThat(owner.get(client(clientId) + "/client-secret").text()).doesNotContain(CHOSEN);
        assertThat(realm.adminEvents().toString()).doesNotContain(CHOSEN);
    }

    private String client(String clientId) {
        return "/clients/" + realm.realm().clients().uuid(clientId);
    }
}
