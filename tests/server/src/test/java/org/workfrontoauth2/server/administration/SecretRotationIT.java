package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Application;

/** A realm whose policy rotates the secrets of its clients, which needs a feature that Keycloak has off. */
@RunsOn(Setup.DEVELOPMENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretRotationIT {

    private static final String ORDINARY = "ordinary";
    private static final Duration LONGER_THAN_A_SECRET_LIVES = Duration.ofDays(3);

    private final OwnRealm realm;
    private final Applications applications;

    SecretRotationIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @BeforeEach
    void rotateEverybodysSecrets() {
        realm.realm().change(settings -> {
            ObjectNode profile =
                    settings.putObject("clientProfiles").putArray("profiles").addObject();
            ObjectNode executor = profile.put("name", "rotating")
                    .putArray("executors")
                    .addObject()
                    .put("executor", "secret-rotation");
            executor.putObject("configuration")
                    .put("expiration-period", Duration.ofDays(2).toSeconds())
                    .put("rotated-expiration-period", Duration.ofDays(1).toSeconds())
                    .put("remaining-rotation-period", Duration.ofHours(1).toSeconds());
            ObjectNode policy =
                    settings.putObject("clientPolicies").putArray("policies").addObject();
            policy.put("name", "for everybody").put("enabled", true);
            policy.putArray("conditions")
                    .addObject()
                    .put("condition", "any-client")
                    .putObject("configuration");
            policy.putArray("profiles").add("rotating");
        });
    }

    /** Without this, the tests below would say nothing. */
    @Test
    void anOrdinaryClientsSecretIsRotated() {
        manager().post("/clients", Map.of("clientId", ORDINARY, "secret", "first-secret-of-the-client"));
        String first = secret(ORDINARY);

        realm.keycloak().clock().advance(LONGER_THAN_A_SECRET_LIVES);
        write(ORDINARY);

        assertThat(secret(ORDINARY)).isNotEqualTo(first);
    }

    @Test
    void anApplicationIsLeftWithoutASecretOfKeycloaks() {
        String clientId = applications.create("web").get("clientId").asText();
        assertHasNone(clientId);

        realm.keycloak().clock().advance(LONGER_THAN_A_SECRET_LIVES);
        write(clientId);
        assertHasNone(clientId);
        new Applications(manager()).change(clientId, Map.of("name", "Weekly report"));
        assertHasNone(clientId);
    }

    @Test
    void anApplicationsOwnSecretsLiveOn() {
        Application application = applications.createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);

        realm.keycloak().clock().advance(LONGER_THAN_A_SECRET_LIVES);
        write(application.clientId());

        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);
    }

    /** With a token of this moment: the clock is moved. */
    private Caller manager() {
        return realm.on(realm.keycloak()).as(OwnRealm.MANAGER);
    }

    /** As the console of Keycloak does. */
    private void write(String clientId) {
        assertThat(manager()
                        .put(address(clientId), realm.realm().clients().find(clientId))
                        .status())
                .isEqualTo(204);
    }

    private void assertHasNone(String clientId) {
        ObjectNode client = realm.realm().clients().find(clientId);
        assertThat(client.has("secret")).isFalse();
        assertThat(client.get("attributes").fieldNames())
                .toIterable()
                .noneMatch(name -> name.startsWith("client.secret"));
        assertThat(manager().get(address(clientId) + "/client-secret").body().hasNonNull("value"))
                .isFalse();
    }

    private String secret(String clientId) {
        return manager()
                .get(address(clientId) + "/client-secret")
                .body()
                .get("value")
                .asText();
    }

    private String address(String clientId) {
        return "/clients/" + realm.realm().clients().uuid(clientId);
    }
}
