package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.RefusedJwt.MALFORMED;
import static org.workfrontoauth2.server.administration.RefusedJwt.NO_KEY;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** A JWT with an ID is good once, one without until its end. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtIdIT {

    @RegisterExtension
    private final Signer signer;

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Machine machine;
    private final RsaKey key;

    JwtIdIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.keycloak = keycloak;
        this.realm = signer.realm();
        this.machine = signer.machine();
        this.key = signer.key();
    }

    @Test
    void aJwtWithAnIdIsGoodOnce() {
        String jwt = signer.sign(signer.claims().put("jti", "once"));

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        String words = "A JWT with this jti was exchanged before.";
        assertRefused(machine, jwt, "invalid_grant", words, "jwt_replayed");
        assertRefused(
                machine,
                signer.sign(signer.claims().put("jti", "once").put("iat", 1)),
                "invalid_grant",
                words,
                "jwt_replayed");
    }

    @Test
    void anotherSpellingDoesNotMakeItNew() {
        String jwt = signer.sign(signer.claims().put("jti", "spelled"));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        assertRefused(machine, Jwt.withUnusedBits(jwt), "invalid_request", MALFORMED, "invalid_token");
        assertRefused(machine, jwt + "==", "invalid_request", MALFORMED, "invalid_token");
    }

    @Test
    void anIdIsUsedUpOnlyByAGoodJwt() {
        ObjectNode claims = signer.claims().put("jti", "tried");
        assertRefused(
                machine,
                Jwt.of(claims).signed(RsaKey.fresh().pair().getPrivate()),
                "invalid_grant",
                NO_KEY,
                "invalid_signature");

        assertThat(machine.exchange(signer.sign(claims)).status()).isEqualTo(200);
    }

    @Test
    void whoDoesNotAuthenticateUsesUpNoId() {
        String jwt = signer.sign(signer.claims().put("jti", "kept"));
        new Machine(realm, new Application(machine.clientId(), "wrong", "")).exchange(jwt);

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
    }

    @Test
    void applicationsHaveIdsOfTheirOwn() {
        Machine other = Machine.in(realm);
        done(201, other.add(key.publicPem()));
        String jwt = signer.sign(signer.claims().put("jti", "shared"));

        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        assertThat(other.exchange(jwt).status()).isEqualTo(200);
        assertThat(other.exchange(jwt).member("type")).isEqualTo("invalid_grant");
    }

    @Test
    void anIdIsRememberedAsLongAsItsJwtIsGood() {
        String jwt = signer.sign(signer.claims().put("jti", "remembered").put("exp", signer.now() + 600));
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        // Its end has passed, but not yet the 30 seconds by which clocks may differ.
        keycloak.clock().advance(Duration.ofSeconds(601));
        assertRefused(machine, jwt, "invalid_grant", "exchanged before", "jwt_replayed");
        keycloak.clock().advance(Duration.ofSeconds(60));
        assertRefused(machine, jwt, "invalid_grant", "in the past", "expired_jwt");
    }

    @Test
    void withoutAnIdItIsGoodUntilItsEnd() {
        String jwt = signer.jwt();
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        assertThat(machine.exchange(jwt).status()).isEqualTo(200);

        keycloak.clock().advance(Duration.ofSeconds(220));

        assertRefused(machine, jwt, "invalid_grant", "in the past \\(by [4-9]\\d seconds\\)", "expired_jwt");
    }

    /** They are kept in memory, and a client may send as many as it likes. */
    @Test
    void onlySoManyIdsAreRemembered() {
        Machine other = Machine.in(realm);
        done(201, other.add(key.publicPem()));
        remember("2");
        try {
            for (String id : new String[] {"first", "second"}) {
                assertThat(other.exchange(signer.sign(signer.claims().put("jti", id)))
                                .status())
                        .isEqualTo(200);
            }
            assertRefused(
                    other,
                    signer.sign(signer.claims().put("jti", "third")),
                    "invalid_grant",
                    "too many JWTs with a jti that have not expired",
                    "too_many_jwt_ids");
            assertThat(other.exchange(signer.jwt()).status()).isEqualTo(200);
            keycloak.clock().advance(Duration.ofSeconds(300));
            assertThat(other.exchange(signer.sign(signer.claims().put("jti", "third")))
                            .status())
                    .isEqualTo(200);
        } finally {
            remember("");
        }
    }

    private void remember(String most) {
        realm.realm().change(changed -> changed.withObject("/attributes").put("workfront.jwt.ids", most));
    }

    @Test
    void aRealmMayRequireAnId() {
        requireId(true);
        try {
            assertRefused(
                    machine,
                    signer.jwt(),
                    "invalid_grant",
                    "The JWT has no jti, which this organisation requires.",
                    "invalid_token");
            assertThat(machine.exchange(signer.sign(signer.claims().put("jti", "required")))
                            .status())
                    .isEqualTo(200);
        } finally {
            requireId(false);
        }
        assertThat(machine.exchange(signer.jwt()).status()).isEqualTo(200);
    }

    private void requireId(boolean required) {
        realm.realm().change(changed -> changed.withObject("/attributes")
                .put("workfront.jwt.id.required", Boolean.toString(required)));
    }
}
