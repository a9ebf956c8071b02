package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** Contract, section 6; decision 0015: who is stored under the ID of a user who is gone is somebody else. */
@RunsOn
class UserMadeAgainIT {

    @RegisterExtension
    private final Signer signer;

    private final OwnRealm realm;

    UserMadeAgainIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.realm = signer.realm();
    }

    @AfterEach
    void forgetTheDirectory() {
        Directory.forget(realm);
    }

    @Test
    void aFederatedUserMadeAgainUnderTheOldIdInheritsNothing() throws Exception {
        try (Directory directory = Directory.start()) {
            done(201, realm.as(OwnRealm.OWNER).post("/components", directory.asUserStore(false)));
            Machine machine = Machine.in(realm);
            RsaKey key = RsaKey.fresh();
            JsonNode added = done(
                    201,
                    machine.as(OwnRealm.OWNER)
                            .post("/public-keys", Map.of("pem", key.publicPem(), "user", Directory.USER)));
            String wid = added.get("subject").asText();
            String sessionId = done(200, machine.exchange(jwt(machine, key, wid)))
                    .get("access_token")
                    .asText();
            assertThat(machine.alive(sessionId)).isTrue();

            directory.remove();
            assertThat(machine.alive(sessionId)).isFalse();
            directory.add();

            assertThat(machine.alive(sessionId)).isFalse();
            assertThat(machine.keys()).isEmpty();
            assertRefused(machine, jwt(machine, key, wid), "invalid_grant", RefusedJwt.NO_SUBJECT, "user_not_found");
        }
    }

    private static String jwt(Machine machine, RsaKey key, String wid) {
        return Jwt.of(machine.claims(wid)).signed(key.pair().getPrivate());
    }
}
