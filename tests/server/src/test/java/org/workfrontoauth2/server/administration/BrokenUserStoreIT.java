package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 5: a user store that does not answer stops the exchange of its own users, and of nobody else. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenUserStoreIT {

    private static final String UNREACHABLE = "The user store that may have the user of this JWT cannot be reached.";

    @RegisterExtension
    private final Signer signer;

    private final OwnRealm realm;

    BrokenUserStoreIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.realm = signer.realm();
    }

    @ParameterizedTest(name = "imported: {0}")
    @ValueSource(booleans = {false, true})
    void usersOfABrokenDirectoryDoNotStopTheOthers(boolean imported) {
        try (Directory directory = Directory.start()) {
            done(201, realm.as(OwnRealm.OWNER).post("/components", directory.asUserStore(imported)));
            Machine machine = Machine.in(realm);
            RsaKey hers = RsaKey.fresh();
            JsonNode added = done(
                    201,
                    machine.as(OwnRealm.OWNER)
                            .post("/public-keys", Map.of("pem", hers.publicPem(), "user", Directory.USER)));
            String wid = added.get("subject").asText();
            RsaKey local = machine.key();
            assertThat(exchange(machine, hers, wid).member("wid")).isEqualTo(wid);

            directory.stop();

            Answer answer = machine.exchange(local, signer.user());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertRefused(
                    machine,
                    Jwt.of(machine.claims(wid)).signed(hers.pair().getPrivate()),
                    "invalid_grant",
                    UNREACHABLE,
                    "user_store_unavailable");
            assertThat(machine.keys()).hasSize(2);
        } finally {
            Directory.forget(realm);
        }
    }

    private static Answer exchange(Machine machine, RsaKey key, String wid) {
        return machine.exchange(Jwt.of(machine.claims(wid)).signed(key.pair().getPrivate()));
    }
}
