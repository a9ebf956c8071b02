package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** An application comes, is there, and goes. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z";

    private final OwnRealm realm;
    private final Applications applications;

    ApplicationIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void theListTellsLimitCountAndCustomerId() {
        JsonNode empty = applications.list();
        String clientId = applications.create("web").get("clientId").asText();
        JsonNode one = applications.list();

        assertThat(empty.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("limit", "count", "customerId", "applications");
        assertThat(empty.get("limit").asInt()).isEqualTo(10);
        assertThat(empty.get("count").asInt()).isZero();
        assertThat(empty.get("customerId").asText()).isEqualTo("0123456789abcdef".repeat(2));
        assertThat(empty.get("applications")).isEmpty();
        assertThat(one.get("count").asInt()).isEqualTo(1);
        assertThat(one.at("/applications/0")).isEqualTo(applications.get(clientId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page", "machine-to-machine"})
    void creationAnswersWithTheApplicationAndItsAddress(String type) {
        Answer answer = applications.caller().post("", Map.of("type", type, "name", "Some " + type));

        assertThat(answer.status()).isEqualTo(201);
        String clientId = answer.member("clientId");
        assertThat(answer.headers().all("Location"))
                .containsExactly(applications.caller().base() + "/" + clientId);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("application/json");
        Answer read = applications.caller().get("/" + clientId);
        assertThat(read.headers().all("ETag")).isEqualTo(answer.headers().all("ETag"));
        assertThat(read.body().get("type").asText()).isEqualTo(type);
        assertThat(read.body().get("name").asText()).isEqualTo("Some " + type);
        assertThat(read.body().has("clientSecret")).isFalse();
    }

    @Test
    void noTwoApplicationsShareAClientId() {
        String first = applications.create("web").get("clientId").asText();
        String second = applications.create("web").get("clientId").asText();

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"web, false, 30", "single-page, true, 10"})
    void whatIsNotSentHasItsDefault(String type, boolean rotates, int grace) {
        JsonNode application = applications.create(type);

        assertThat(application.get("redirectUrls")).isEmpty();
        assertThat(application.get("rotateRefreshTokens").asBoolean()).isEqualTo(rotates);
        assertThat(application.get("refreshGraceSeconds").asInt()).isEqualTo(grace);
        assertThat(application.get("standardResponses").asBoolean(true)).isFalse();
        for (String member : List.of(
                "description",
                "absoluteExpirationSeconds",
                "inactiveExpirationSeconds",
                "appDescriptionUrl",
                "developerName",
                "developerEmail",
                "privacyPolicyUrl",
                "lastUsedAt")) {
            assertThat(application.get(member).isNull()).as(member).isTrue();
        }
        assertThat(application.get("activeGrants").asInt(-1)).isZero();
    }

    @Test
    void aMachineHasNoFieldsOfLogins() {
        JsonNode application = applications.create("machine-to-machine");

        assertThat(application.fieldNames())
                .toIterable()
                .doesNotContain(
                        "redirectUrls",
                        "rotateRefreshTokens",
                        "refreshGraceSeconds",
                        "absoluteExpirationSeconds",
                        "inactiveExpirationSeconds");
    }

    @Test
    void whoCreatedItAndWhenIsKept() {
        Instant before = Instant.now().minusSeconds(2);

        JsonNode application = applications.create("web");

        assertThat(application.get("createdBy").asText()).isEqualTo(OwnRealm.MANAGER);
        assertThat(application.get("createdAt").asText()).matches(TIME);
        assertThat(application.at("/secrets/0/createdAt").asText()).matches(TIME);
        assertThat(Instant.parse(application.get("createdAt").asText()))
                .isBetween(before, Instant.now().plusSeconds(2));
    }

    @Test
    void aDeletedOneIsGone() {
        String clientId = applications.create("web").get("clientId").asText();

        Answer answer = applications.caller().delete("/" + clientId);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertRefused(applications.caller().get("/" + clientId), 404, "not_found")
                .saying("There is no such application.");
        assertRefused(applications.caller().delete("/" + clientId), 404, "not_found");
        assertThat(applications.list().get("count").asInt()).isZero();
    }

    /** Keycloak has clients of its own, and the realm's resource server is one. */
    @ParameterizedTest
    @ValueSource(strings = {"acme-api", "account", "realm-management"})
    void anOrdinaryClientIsNoApplication(String clientId) {
        assertRefused(applications.caller().get("/" + clientId), 404, "not_found");
        assertRefused(applications.caller().patch("/" + clientId, Map.of("name", "Mine")), 404, "not_found");
        assertRefused(applications.caller().post("/" + clientId + "/secrets", null), 404, "not_found");
        assertRefused(applications.caller().get("/" + clientId + "/grants"), 404, "not_found");
        assertRefused(applications.caller().delete("/" + clientId), 404, "not_found");
        assertThat(realm.realm().clients().find(clientId)).isNotNull();
    }

    @Test
    void theConsoleShowsItLikeAnyClient() {
        JsonNode application = applications.createWith(
                Map.of("type", "web", "name", "Timesheets", "redirectUrls", List.of("https://app.example/cb")));

        JsonNode client =
                realm.realm().clients().find(application.get("clientId").asText());

        assertThat(client.get("name").asText()).isEqualTo("Timesheets");
        assertThat(client.at("/redirectUris/0").asText()).isEqualTo("https://app.example/cb");
        assertThat(client.at("/attributes/workfront.application.type").asText()).isEqualTo("web");
    }

    /** Keycloak gives every new client the realm's scopes, and would ask the user about them. */
    @Test
    void oneThatTheConsoleCreatesAsksForNoScopes() {
        realm.as(OwnRealm.OWNER).post("/clients", Prohibition.application("from-the-console"));

        JsonNode client = realm.realm().clients().find("from-the-console");

        assertThat(client.get("defaultClientScopes")).isEmpty();
        assertThat(client.get("optionalClientScopes")).isEmpty();
        assertThat(client.get("consentRequired").asBoolean()).isTrue();
    }

    @Test
    void whatTheConsoleChangesShowsHere() {
        String clientId = applications.create("web").get("clientId").asText();

        realm.realm().clients().change(clientId, client -> {
            client.put("name", "From the console");
            client.putArray("redirectUris").add("https://console.example/cb");
            client.withObject("/attributes").put("client.offline.session.max.lifespan", "3600");
        });

        JsonNode application = applications.get(clientId);
        assertThat(application.get("name").asText()).isEqualTo("From the console");
        assertThat(application.at("/redirectUrls/0").asText()).isEqualTo("https://console.example/cb");
        assertThat(application.get("absoluteExpirationSeconds").asInt()).isEqualTo(3600);
    }
}
