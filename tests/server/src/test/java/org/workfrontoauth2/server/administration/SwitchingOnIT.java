package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.Ordinary;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** The contract is switched on realm by realm, by whoever may administer the realm. */
@RunsOn
class SwitchingOnIT {

    private static final String PATH = "/oauth2-applications-settings";

    private final OwnRealm realm;
    private final Caller owner;

    SwitchingOnIT(@Ordinary OwnRealm realm) {
        this.realm = realm;
        this.owner = realm.as(OwnRealm.OWNER);
    }

    @Test
    void theServersAdministratorDoes() {
        Answer answer = realm.serverAdministrator().put(PATH, Map.of("limit", 4));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(owner.get(PATH).body()).isEqualTo(answer.body());
    }

    @Test
    void switchingOnMakesACustomerIdThatStays() {
        JsonNode first = write("{\"enabled\": true}");
        JsonNode off = write("{\"enabled\": false}");
        JsonNode again = write("{\"enabled\": true}");

        assertThat(first.get("enabled").asBoolean()).isTrue();
        assertThat(first.get("customerId").asText()).matches("[0-9a-f]{32}");
        assertThat(off.get("enabled").asBoolean(true)).isFalse();
        assertThat(again).isEqualTo(first);
        assertThat(realm.applications().list().get("customerId")).isEqualTo(first.get("customerId"));
    }

    @Test
    void whatIsNotSentStays() {
        write("{\"enabled\": true, \"limit\": 7, \"customerId\": \"" + "ab".repeat(16) + "\"}");

        JsonNode changed = write("{\"limit\": 8}");

        assertThat(changed.get("enabled").asBoolean()).isTrue();
        assertThat(changed.get("limit").asInt()).isEqualTo(8);
        assertThat(changed.get("customerId").asText()).isEqualTo("ab".repeat(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page"})
    void onceSwitchedOnUsersCanAllowApplications(String type) {
        write("{\"enabled\": true}");
        Application application = realm.applications().createForUsers(type);
        Person user = new Person(realm, OwnRealm.USER);

        Person.Tokens tokens = user.allow(application);

        assertThat(user.alive(tokens)).isTrue();
        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);
    }

    @Test
    void switchedOffAgainItsSessionIdsAreWorthNothing() {
        write("{\"enabled\": true}");
        Application application = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);

        write("{\"enabled\": false}");

        assertThat(user.alive(tokens)).isFalse();
        assertThat(user.refresh(application, tokens).status()).isEqualTo(404);
    }

    /** While it is off, clients may hold anything. */
    @ParameterizedTest
    @CsvSource({
        "https://app.example/*, true, 10, must not contain a wildcard",
        "https://app.example/cb, false, 10, Switch client authentication off",
        "https://app.example/cb, true, 0, limit of OAuth2 applications",
    })
    void switchingOnHoldsTheClientsThatAreThereToTheContract(
            String redirectUrl, boolean publicClient, int limit, String words) {
        plant(redirectUrl, publicClient);

        Answer answer = owner.put(PATH, Map.of("enabled", true, "limit", limit));

        assertRefused(answer, limit == 0 ? 409 : 400, limit == 0 ? "limit_reached" : "invalid_request")
                .mentioning(words);
        assertThat(owner.get(PATH).body().get("enabled").asBoolean(true)).isFalse();
        assertThat(owner.get(PATH).body().get("limit").asInt()).isEqualTo(10);
    }

    /** Switched off and on through Keycloak's own interface, with a change in between that nobody was there to refuse. */
    @Test
    void whatBrokeTheRulesMeanwhileIsRefusedAndGivesUpItsPlace() {
        write("{\"enabled\": true, \"limit\": 1}");
        Application application = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        enable("false");
        realm.realm().clients().change(application.clientId(), client -> client.putArray("redirectUris")
                .add("http://evil.example/cb"));
        enable("true");

        assertThat(user.refresh(application, tokens).member("type")).isEqualTo("invalid_client");
        assertThat(user.alive(tokens)).isFalse();
        assertThat(realm.applications().create("web").get("type").asText()).isEqualTo("web");
    }

    @Test
    void whoStoppedBeingAnApplicationMeanwhileGivesUpItsPlace() {
        write("{\"enabled\": true, \"limit\": 1}");
        String clientId = realm.applications().create("web").get("clientId").asText();
        enable("false");
        realm.realm().clients().change(clientId, client -> client.withObject("/attributes")
                .put("workfront.application.type", ""));
        enable("true");

        assertThat(realm.applications().create("web").get("type").asText()).isEqualTo("web");
    }

    /** The expirations are changed while nobody holds grants to them: the clean-up must know the new ones. */
    @Test
    void expirationsChangedMeanwhileHoldFromThenOn() {
        write("{\"enabled\": true}");
        Application application = realm.applications().createForUsers("web");
        realm.applications().change(application.clientId(), Map.of("absoluteExpirationSeconds", 600));
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        enable("false");
        realm.realm().clients().change(application.clientId(), client -> client.withObject("/attributes")
                .put("client.offline.session.max.lifespan", ""));
        enable("true");

        realm.keycloak().clock().advance(Duration.ofMinutes(11));
        realm.keycloak().clock().run("workfront-abandoned-grants");

        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);
    }

    /** As the console's page of the realm does it. */
    private void enable(String enabled) {
        realm.realm().change(settings -> settings.withObject("/attributes").put("workfront.enabled", enabled));
    }

    private void plant(String redirectUrl, boolean publicClient) {
        Answer answer = owner.post(
                "/clients",
                Map.of(
                        "clientId",
                        "planted",
                        "publicClient",
                        publicClient,
                        "redirectUris",
                        List.of(redirectUrl),
                        "attributes",
                        Map.of("workfront.application.type", "single-page")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private JsonNode write(String settings) {
        Answer answer = owner.put(PATH, settings);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
