package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.AtOnce;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/** {@code /admin/realms/{realm}/registered-applications-settings}. */
@RunsOn(Setup.DEVICES)
class RegistrationSettingsIT {

    private static final String PATH = "/registered-applications-settings";

    /** Once is luck: the moment between what is stored and what the caches say is short. */
    private static final int ROUNDS = 10;

    private final KeycloakServer keycloak;

    RegistrationSettingsIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void switchedOnDevicesRegisterAndSwitchedOffTheirTokensAreRefused() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Caller owner = realm.as(OwnRealm.OWNER);
            assertSays(owner.get(PATH), false);

            assertSays(owner.put(PATH, Map.of("enabled", true)), true);

            Software software = Software.in(realm);
            Device device = Device.of(realm);
            String token = device.accessToken(device.registered(software.statement(software.create())));
            assertThat(device.validate(token).status()).isEqualTo(200);
            assertSays(owner.put(PATH, Map.of("enabled", false)), false);
            assertThat(device.validate(token).status()).isEqualTo(404);
            assertSays(owner.put(PATH, Map.of("enabled", true)), true);
            assertThat(device.validate(token).status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverSeesClientsLooksAndWhoeverManagesTheRealmSwitches() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            assertSays(realm.as(OwnRealm.VIEWER).get(PATH), false);
            assertThat(realm.as(OwnRealm.QUERIER).get(PATH).status()).isEqualTo(403);
            assertThat(realm.as(OwnRealm.USER).get(PATH).status()).isEqualTo(403);
            Answer refused = realm.as(OwnRealm.MANAGER).put(PATH, Map.of("enabled", true));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.member("error")).isEqualTo("forbidden");
            assertSays(realm.as(OwnRealm.OWNER).get(PATH), false);
            assertThat(realm.with("").get(PATH).status()).isEqualTo(401);
            assertThat(realm.as(OwnRealm.OWNER).delete(PATH).status()).isEqualTo(405);
        }
    }

    @Test
    void whatCannotBeSwitchedOnIsRefusedAndSaysWhy() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Caller owner = realm.as(OwnRealm.OWNER);
            Caller master = new Caller(
                    realm.server(),
                    realm.base() + "/admin/realms/master",
                    keycloak.admin().token());
            Software.set(realm, "workfront.registration.token.seconds", "many");

            assertRefused(owner.put(PATH, Map.of("enabled", true)), "workfront.registration.token.seconds");
            assertSays(owner.get(PATH), false);
            assertRefused(owner.put(PATH, Map.of("enabled", "true")), "enabled must be true or false.");
            assertRefused(owner.put(PATH, Map.of("served", true)), "unknown or read-only");
            assertRefused(master.put(PATH, Map.of("enabled", true)), "not available");
        }
    }

    @Test
    void ofAnOldStateNothingIsChanged() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Caller owner = realm.as(OwnRealm.OWNER);
            String tag = owner.get(PATH).headers().first("ETag").orElseThrow();
            owner.put(PATH, Map.of("enabled", true));

            assertThat(owner.send("PUT", PATH, Map.of("enabled", false), "If-Match", tag)
                            .status())
                    .isEqualTo(412);
            assertSays(owner.get(PATH), true);
            assertThat(realm.adminEvents().toString()).contains("registered-applications-settings");
        }
    }

    @Test
    void ofChangesAtOnceToTheSameStateOneSucceeds() throws Exception {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Caller owner = realm.as(OwnRealm.OWNER);
            for (int round = 0; round < ROUNDS; round++) {
                boolean on = round % 2 == 0;
                String tag = owner.get(PATH).headers().first("ETag").orElseThrow();

                List<Answer> answers = AtOnce.all(
                        Collections.nCopies(6, () -> owner.send("PUT", PATH, Map.of("enabled", on), "If-Match", tag)));

                assertThat(answers)
                        .as("round %d", round)
                        .extracting(Answer::status)
                        .containsOnlyOnce(200)
                        .containsOnly(200, 412);
            }
        }
    }

    private static void assertSays(Answer answer, boolean on) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).hasToString("{\"enabled\":" + on + ",\"served\":" + on + "}");
    }

    private static void assertRefused(Answer answer, String because) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("errorMessage")).contains(because);
    }
}
