package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: a client secret is shown once; delete it and add a new one. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {

    private final OwnRealm realm;
    private final Applications applications;
    private final Authentication authentication;

    SecretsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.authentication = new Authentication(realm);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "machine-to-machine"})
    void theFirstIsShownWhenTheApplicationIsCreated(String type) {
        JsonNode created = applications.create(type);
        String secret = created.get("clientSecret").asText();
        String clientId = created.get("clientId").asText();

        assertThat(secret).matches("[A-Za-z0-9_-]{43,}");
        assertThat(authentication.succeeds(clientId, secret)).isTrue();
        assertThat(created.get("secrets")).hasSize(1);
        assertThat(applications.caller().get("/" + clientId).text()).doesNotContain(secret);
        assertThat(applications.caller().get("").text()).doesNotContain(secret);
    }

    @Test
    void aSinglePageApplicationHasNone() {
        JsonNode created = applications.create("single-page");

        assertThat(created.has("clientSecret")).isFalse();
        assertThat(created.get("secrets")).isEmpty();
        assertRefused(
                        applications.caller().post("/" + created.get("clientId").asText() + "/secrets", null),
                        400,
                        "invalid_request")
                .saying("A single page web application has no client secret.");
    }

    @Test
    void anAddedOneIsShownThisOnce() {
        String clientId = applications.create("web").get("clientId").asText();

        Answer answer = applications.caller().post("/" + clientId + "/secrets", null);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "createdAt", "clientSecret");
        assertThat(answer.member("clientSecret")).matches("[A-Za-z0-9_-]{43,}");
        Answer read = applications.caller().get("/" + clientId);
        assertThat(read.text()).contains(answer.member("id")).doesNotContain(answer.member("clientSecret"));
        assertThat(read.body().at("/secrets/1/createdAt").asText()).isEqualTo(answer.member("createdAt"));
    }

    @Test
    void fiveWorkSideBySideAndASixthIsRefused() {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();
        List<String> secrets =
                new ArrayList<>(List.of(created.get("clientSecret").asText()));
        for (int i = 2; i <= 5; i++) {
            secrets.add(applications.addSecret(clientId).get("clientSecret").asText());
        }

        Answer sixth = applications.caller().post("/" + clientId + "/secrets", null);

        assertRefused(sixth, 409, "secrets_full")
                .saying("The application already has 5 client secrets. Delete one first.");
        assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> authentication.succeeds(clientId, secret));
        assertThat(applications.get(clientId).get("secrets")).hasSize(5);
    }

    @Test
    void aDeletedOneStopsAtOnceAndTheOthersGoOn() {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();
        String first = created.get("clientSecret").asText();
        String second = applications.addSecret(clientId).get("clientSecret").asText();
        assertThat(authentication.succeeds(clientId, first)).isTrue();

        Answer answer = applications
                .caller()
                .delete("/" + clientId + "/secrets/"
                        + created.at("/secrets/0/id").asText());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(authentication.succeeds(clientId, first)).isFalse();
        assertThat(authentication.succeeds(clientId, second)).isTrue();
        assertThat(applications.get(clientId).get("secrets")).hasSize(1);
    }

    @Test
    void withoutAnyNothingAuthenticates() {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();

        applications
                .caller()
                .delete("/" + clientId + "/secrets/"
                        + created.at("/secrets/0/id").asText());

        assertThat(authentication.succeeds(clientId, created.get("clientSecret").asText()))
                .isFalse();
        assertThat(authentication.succeeds(clientId, "null")).isFalse();
        assertThat(authentication.succeeds(clientId, "")).isFalse();
    }

    @Test
    void oneOfAnotherApplicationIsNeitherAcceptedNorDeleted() {
        JsonNode mine = applications.create("web");
        JsonNode other = applications.create("web");
        String clientId = mine.get("clientId").asText();
        String otherId = other.get("clientId").asText();
        String otherSecret = other.get("clientSecret").asText();

        Answer answer = applications
                .caller()
                .delete("/" + clientId + "/secrets/" + other.at("/secrets/0/id").asText());

        assertRefused(answer, 404, "not_found").saying("The application has no such client secret.");
        assertThat(authentication.succeeds(clientId, otherSecret)).isFalse();
        assertThat(authentication.succeeds(otherId, otherSecret)).isTrue();
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        String clientId = applications.create("web").get("clientId").asText();

        assertRefused(applications.caller().delete("/" + clientId + "/secrets/" + UUID.randomUUID()), 404, "not_found");
        assertRefused(applications.caller().delete("/" + clientId + "/secrets/none"), 404, "not_found");
    }
}
