package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** Credentials of a type that an application has left do not come back when it has that type again. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevivedCredentialsIT {

    private final OwnRealm realm;
    private final Applications applications;
    private final Authentication authentication;

    RevivedCredentialsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.authentication = new Authentication(realm);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    /** Served or not: nobody holds an application to anything while the contract is off. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oldSecretsStayDead(boolean served) {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();
        String secret = created.get("clientSecret").asText();
        assertThat(authentication.succeeds(clientId, secret)).isTrue();

        whileServed(served, () -> {
            turn(clientId, "single-page", true);
            turn(clientId, "web", false);
        });

        assertThat(authentication.succeeds(clientId, secret)).isFalse();
        assertThat(applications.get(clientId).get("secrets")).isEmpty();
    }

    /** It is the same secret that a web application and a machine authenticate with. */
    @Test
    void aTypeThatHasSecretsTooKeepsThem() {
        JsonNode created = applications.create("machine-to-machine");
        String clientId = created.get("clientId").asText();

        turn(clientId, "web", false);

        assertThat(authentication.succeeds(clientId, created.get("clientSecret").asText()))
                .isTrue();
    }

    @Test
    void oldKeysStayDead() {
        Machine machine = Machine.in(realm);
        machine.key();

        turn(machine.clientId(), "web", false);
        turn(machine.clientId(), "machine-to-machine", false);

        assertThat(machine.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasAnOrdinaryClientMeanwhileBeginsAnew(boolean served) {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();

        whileServed(served, () -> {
            turn(clientId, "", false);
            turn(clientId, "web", false);
        });

        assertThat(authentication.succeeds(clientId, created.get("clientSecret").asText()))
                .isFalse();
    }

    /** The challenge was the single page application's; programs that send none would be shut out. */
    @Test
    void aWebApplicationInheritsNoChallenge() {
        String clientId = applications.create("single-page").get("clientId").asText();
        assertThat(challenge(clientId)).isEqualTo("S256");

        turn(clientId, "web", false);

        assertThat(challenge(clientId)).isEmpty();
    }

    private String challenge(String clientId) {
        return realm.realm()
                .clients()
                .find(clientId)
                .at("/attributes/pkce.code.challenge.method")
                .asText();
    }

    private void whileServed(boolean served, Runnable work) {
        Consumer<String> enable = enabled -> realm.realm()
                .change(settings -> settings.withObject("/attributes").put("workfront.enabled", enabled));
        enable.accept(Boolean.toString(served));
        work.run();
        enable.accept("true");
    }

    private void turn(String clientId, String type, boolean publicClient) {
        realm.realm().clients().change(clientId, client -> {
            client.put("publicClient", publicClient).put("standardFlowEnabled", !type.equals("machine-to-machine"));
            client.withObject("/attributes").put("workfront.application.type", type);
        });
    }
}
