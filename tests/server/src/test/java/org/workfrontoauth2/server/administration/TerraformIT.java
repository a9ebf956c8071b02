package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** Applications that are administered with Terraform: created, read, changed, and never changed back and forth. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerraformIT {

    private static final String CLIENT_ID = "from-terraform";

    private final OwnRealm realm;
    private final Applications applications;
    private final Caller manager;

    TerraformIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.manager = realm.as(OwnRealm.MANAGER);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    /** As the documentation says to write them. */
    private static ObjectNode configuration(String type) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", CLIENT_ID)
                .put("name", "Report")
                .put("fullScopeAllowed", false)
                .put("publicClient", type.equals("single-page"));
        client.withObject("/attributes").put("workfront.application.type", type);
        if (!type.equals("machine-to-machine")) {
            client.put("standardFlowEnabled", true).putArray("redirectUris").add(Applications.REDIRECT_URL);
        }
        if (type.equals("single-page")) {
            client.withObject("/attributes").put("pkce.code.challenge.method", "S256");
        }
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page", "machine-to-machine"})
    void whatWasAppliedNeedsNoOtherChange(String type) {
        ObjectNode configuration = configuration(type);
        Terraform terraform = new Terraform(manager, configuration);

        assertThat(terraform.apply().status()).isEqualTo(201);
        assertThat(terraform.plan()).isEmpty();

        configuration.put("description", "Books hours");
        assertThat(terraform.plan()).containsExactly("/description");
        assertThat(terraform.apply().status()).isEqualTo(204);
        assertThat(terraform.plan()).isEmpty();
    }

    @Test
    void whatOurOwnInterfaceChangesIsNotItsBusiness() {
        Terraform terraform = new Terraform(manager, configuration("web"));
        terraform.apply();
        String secret = applications.addSecret(CLIENT_ID).get("clientSecret").asText();
        applications.change(CLIENT_ID, Map.of("developerName", "Acme Tools", "rotateRefreshTokens", true));

        assertThat(terraform.plan()).isEmpty();
        assertThat(terraform.apply().status()).isEqualTo(204);

        Application application = new Application(CLIENT_ID, secret, Applications.REDIRECT_URL);
        Person user = new Person(realm, OwnRealm.USER);
        assertThat(user.alive(user.allow(application))).isTrue();
        JsonNode shown = applications.get(CLIENT_ID);
        assertThat(shown.get("developerName").asText()).isEqualTo("Acme Tools");
        assertThat(shown.get("rotateRefreshTokens").asBoolean()).isTrue();
        assertThat(shown.get("secrets")).hasSize(1);
    }

    /** Terraform sends an empty text where nothing was said. */
    @Test
    void aSinglePageApplicationIsHeldToAChallengeAllTheSame() {
        ObjectNode configuration = configuration("single-page");
        configuration.withObject("/attributes").remove("pkce.code.challenge.method");
        Terraform terraform = new Terraform(manager, configuration);

        assertThat(terraform.apply().status()).isEqualTo(201);
        assertThat(terraform.apply().status()).isEqualTo(204);

        assertThat(terraform.plan()).containsExactly("/attributes/pkce.code.challenge.method");
    }

    @Test
    void aSecretOfItsOwnChoiceIsWorthNothing() {
        Terraform terraform = new Terraform(manager, configuration("web").put("secret", "a-secret-of-its-own-choice"));

        assertThat(terraform.apply().status()).isEqualTo(201);
        assertThat(terraform.apply().status()).isEqualTo(204);

        assertThat(terraform.plan()).containsExactly("/secret");
        assertThat(new Authentication(realm).succeeds(CLIENT_ID, "a-secret-of-its-own-choice"))
                .isFalse();
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                contradiction("directAccessGrantsEnabled", client -> client.put("directAccessGrantsEnabled", true)),
                contradiction("standard flow", client -> client.put("standardFlowEnabled", false)),
                contradiction("service accounts", client -> client.put("serviceAccountsEnabled", true)),
                contradiction("client authentication", client -> client.put("publicClient", true)),
                contradiction("dpop.bound.access.tokens", client -> client.withObject("/attributes")
                        .put("dpop.bound.access.tokens", "true")));
    }

    private static Arguments contradiction(String name, Consumer<ObjectNode> change) {
        return Arguments.of(org.junit.jupiter.api.Named.of(name, change));
    }

    /** At once, and whenever it is tried again. */
    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsAnApplicationIsRefused(Consumer<ObjectNode> change) {
        ObjectNode contradictory = configuration("web");
        change.accept(contradictory);

        assertRefused(new Terraform(manager, contradictory).apply(), 400);
        ObjectNode configuration = configuration("web");
        Terraform terraform = new Terraform(manager, configuration);
        terraform.apply();
        JsonNode before = realm.realm().clients().find(CLIENT_ID);
        change.accept(configuration);

        assertRefused(terraform.apply(), 400);
        assertThat(realm.realm().clients().find(CLIENT_ID)).isEqualTo(before);
    }

    @Test
    void anotherClientIdIsRefused() {
        ObjectNode configuration = configuration("web");
        Terraform terraform = new Terraform(manager, configuration);
        terraform.apply();

        configuration.put("clientId", "renamed");

        assertRefused(terraform.apply(), 400).mentioning("cannot be changed");
    }

    /** {@code client_secret_regenerate_when_changed}. */
    @Test
    void aNewSecretOfKeycloaksIsRefused() {
        new Terraform(manager, configuration("web")).apply();
        String address = "/clients/" + realm.realm().clients().uuid(CLIENT_ID);

        assertRefused(manager.post(address + "/client-secret", null), 400);
        assertThat(manager.get(address + "/client-secret").body().hasNonNull("value"))
                .isFalse();
    }
}
