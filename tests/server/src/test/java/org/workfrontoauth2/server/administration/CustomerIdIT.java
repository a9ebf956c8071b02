package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/**
 * The customer ID stays, once there is one, and our other settings of the realm stay where a change of the realm does not
 * name them: other tools send the attributes that they know, and Keycloak removes all others.
 */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerIdIT {

    private static final List<String> OURS = List.of(
            "workfront.enabled",
            "workfront.customer.id",
            "workfront.application.limit",
            "workfront.grants.per.user",
            "workfront.jwt.id.required");

    private final OwnRealm realm;
    private final Caller owner;
    private final Applications applications;

    CustomerIdIT(OwnRealm realm) {
        this.realm = realm;
        this.owner = realm.as(OwnRealm.OWNER);
        this.applications = realm.applications();
    }

    @BeforeEach
    void settings() {
        change(Map.of(
                "workfront.enabled", "true",
                "workfront.application.limit", "7",
                "workfront.grants.per.user", "40",
                "workfront.jwt.id.required", "false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"displayName\": \"Acme\"}",
                "{\"attributes\": {}}",
                "{\"attributes\": {\"frontendUrl\": \"\"}}",
                "{\"attributes\": {\"workfront.customer.id\": \"\"}}",
                "{\"attributes\": {\"workfront.customer.id\": null, \"workfront.enabled\": null}}",
                "{\"attributes\": {\"workfront.customer.id\": \"0123456789abcdef0123456789abcdef\"}}",
            })
    void whateverAChangeOfTheRealmSendsOursStay(String change) {
        Map<String, String> before = ours();

        Answer answer = owner.put("", change);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(ours()).isEqualTo(before).containsEntry("workfront.customer.id", realm.customerId());
    }

    @Test
    void whatIsDeployedGoesOnWorking() {
        Application web = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(web);
        Machine machine = Machine.in(realm);
        RsaKey key = machine.key();

        owner.put("", Map.of("displayName", "Acme", "attributes", Map.of()));

        assertThat(user.alive(tokens)).isTrue();
        assertThat(user.refresh(web, tokens).status()).isEqualTo(200);
        assertThat(machine.exchange(key, machine.manager()).status()).isEqualTo(200);
        applications.deleteAll();
    }

    @Test
    void attributesOfOthersAreRemovedAsBefore() {
        change(Map.of("somebody.elses", "x"));

        owner.put("", Map.of("attributes", Map.of()));

        assertThat(attributes().has("somebody.elses")).isFalse();
    }

    /** It would be the end of every program with a key of its own. */
    @Test
    void anotherOneIsRefused() {
        JsonNode before = owner.get("").body();
        JsonNode event = newestEvent();

        Answer answer = owner.put(
                "", Map.of("displayName", "Other", "attributes", Map.of("workfront.customer.id", "ab".repeat(16))));

        assertRefused(answer, 400)
                .saying(
                        "The customer ID cannot be changed with the realm. Change it in the settings of the OAuth2 applications.");
        assertThat(owner.get("").body()).isEqualTo(before);
        assertThat(newestEvent()).isEqualTo(event);
    }

    @Test
    void inTheSettingsItCanBeChanged() {
        Map<String, String> other = Map.of("customerId", "ab".repeat(16));

        Answer answer = owner.put("/oauth2-applications-settings", other);
        owner.put("", Map.of("attributes", Map.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ours()).containsEntry("workfront.customer.id", "ab".repeat(16));
        owner.put("/oauth2-applications-settings", Map.of("customerId", realm.customerId()));
    }

    @Test
    void whatIsSentIsWritten() {
        owner.put("", "{\"attributes\": {\"workfront.enabled\": \"false\", \"workfront.application.limit\": \"\"}}");

        JsonNode settings = owner.get("/oauth2-applications-settings").body();
        assertThat(settings.get("enabled").asBoolean(true)).isFalse();
        assertThat(settings.get("limit").asInt()).isEqualTo(10);
        assertThat(settings.get("customerId").asText()).isEqualTo(realm.customerId());
    }

    /** The realm's own rights, as before: the attribute is nobody's in a realm that never had one. */
    @Test
    void anOrdinaryRealmGetsTheOneThatIsSent() {
        try (OwnRealm ordinary = OwnRealm.ordinary(realm.keycloak())) {
            Answer answer = ordinary.as(OwnRealm.OWNER)
                    .put(
                            "",
                            Map.of(
                                    "attributes",
                                    Map.of("workfront.enabled", "true", "workfront.customer.id", "cd".repeat(16))));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertThat(ordinary.applications().list().get("customerId").asText())
                    .isEqualTo("cd".repeat(16));
        }
    }

    private void change(Map<String, String> attributes) {
        realm.realm().change(settings -> attributes.forEach(settings.withObject("/attributes")::put));
    }

    private Map<String, String> ours() {
        ObjectNode attributes = attributes();
        return OURS.stream()
                .collect(java.util.stream.Collectors.toMap(
                        name -> name, name -> attributes.path(name).asText()));
    }

    private ObjectNode attributes() {
        return (ObjectNode) owner.get("").body().get("attributes");
    }

    private JsonNode newestEvent() {
        return owner.get("/admin-events?max=1").body();
    }
}
