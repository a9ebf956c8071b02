package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: key pairs that are made here; the private key is shown once. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyPairsIT {

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final User manager;
    private Machine machine;

    KeyPairsIT(KeycloakServer keycloak, OwnRealm realm) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.manager = realm.realm().users().find(OwnRealm.MANAGER);
    }

    @BeforeEach
    void createApplication() {
        machine = Machine.in(realm);
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    @Test
    void thePrivateKeyOfAPairIsShownOnceAndWorks() {
        long before = keycloak.log().end();

        Answer answer = machine.as(OwnRealm.MANAGER).post("/key-pairs", null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        String pem = answer.member("privateKey");
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        String jwt = Jwt.of(machine.claims(manager)).signed(RsaKey.privateKey(pem));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        String line = pem.lines().skip(2).findFirst().orElseThrow();
        Answer read = realm.applications().caller().get("/" + machine.clientId());
        assertThat(read.body().at("/publicKeys/0/kid").asText()).isEqualTo(answer.member("kid"));
        assertThat(read.body().at("/publicKeys/0").has("privateKey")).isFalse();
        assertThat(read.text()).doesNotContain(line);
        assertThat(realm.adminEvents().toString())
                .contains(answer.member("kid"))
                .doesNotContain(line);
        assertThat(keycloak.log().since(before)).doesNotContain(line);
    }

    @Test
    void everyPairIsAnother() {
        String first = done(201, machine.as(OwnRealm.MANAGER).post("/key-pairs", null))
                .get("kid")
                .asText();
        String second = done(201, machine.as(OwnRealm.MANAGER).post("/key-pairs", null))
                .get("kid")
                .asText();

        assertThat(first).isNotEqualTo(second);
    }
}
