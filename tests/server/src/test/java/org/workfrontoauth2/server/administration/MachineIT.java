package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.RefusedJwt.ERROR;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertSilent;
import static org.workfrontoauth2.server.administration.RefusedJwt.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;

/** Who exchanges JWTs: a machine to machine application that proves who it is. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineIT {

    @RegisterExtension
    private final Signer signer;

    private final OwnRealm realm;
    private final Machine machine;
    private final User user;
    private final RsaKey key;

    MachineIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.realm = signer.realm();
        this.machine = signer.machine();
        this.user = signer.user();
        this.key = signer.key();
    }

    @Test
    void aDisabledApplicationIsRefused() {
        Machine other = Machine.in(realm);
        RsaKey theirs = other.key();
        String sessionId = other.session(theirs, user);

        realm.realm().clients().disable(other.clientId());
        String jwt = Jwt.of(signer.claims()).signed(theirs.pair().getPrivate());
        refused(other, jwt).answers(401, "invalid_client").records(ERROR, "client_disabled");
        assertThat(other.alive(sessionId)).isFalse();

        realm.realm().clients().enable(other.clientId());
        assertThat(other.exchange(theirs, user).status()).isEqualTo(200);
        assertThat(other.alive(sessionId)).isFalse();
    }

    @Test
    void aDeletedApplicationIsRefused() {
        Machine other = Machine.in(realm);
        RsaKey theirs = other.key();
        String sessionId = other.session(theirs, user);
        String jwt = Jwt.of(signer.claims()).signed(theirs.pair().getPrivate());

        realm.applications().delete(other.clientId());

        refused(other, jwt).answers(401, "invalid_client").records(ERROR, "client_not_found");
        assertThat(other.alive(sessionId)).isFalse();
    }

    @Test
    void webApplicationsExchangeNoJwts() {
        Application web = realm.applications().createForUsers("web");
        Machine other = new Machine(realm, web);

        assertRefused(
                other,
                signer.jwt(),
                "unauthorized_client",
                "Only a machine to machine application can exchange JWTs.",
                "not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "the public key"})
    void whoDoesNotAuthenticateIsToldNothingOfTheJwt(String secret) {
        String tried = secret.equals("the public key") ? key.publicPem() : secret;
        Machine impostor = new Machine(realm, new Application(machine.clientId(), tried, ""));

        Refused good = refused(impostor, signer.jwt());
        Refused bad = refused(impostor, "a.b.c");
        Refused expired = refused(impostor, signer.sign(signer.claims().put("exp", signer.now() - 60)));

        good.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
        bad.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
        assertThat(bad.answer().text()).isEqualTo(good.answer().text());
        assertThat(expired.answer().text()).isEqualTo(good.answer().text());
    }

    @ParameterizedTest
    @CsvSource({"FORM", "JSON"})
    void withoutASecretNothingIsToldEither(Encoding encoding) {
        for (String jwt :
                List.of(signer.jwt(), "a.b.c", signer.sign(signer.claims().put("jti", "unused")))) {
            Refused refused = signer.refused(() ->
                    machine.client().sending(encoding, Authentication.PUBLIC).exchangeJwt(jwt));

            refused.answers(401, "invalid_client").records(ERROR, "invalid_client_credentials");
            assertSilent(refused, jwt);
        }
    }

    @Test
    void anUnknownApplicationIsRefusedLikeAWrongSecret() {
        String jwt = signer.jwt();
        Refused unknown = refused(new Machine(realm, new Application("unknown", "wrong", "")), jwt);
        Refused wrong = refused(new Machine(realm, new Application(machine.clientId(), "wrong", "")), jwt);

        unknown.answers(401, "invalid_client").records(ERROR, "client_not_found");
        assertThat(unknown.answer().text()).isEqualTo(wrong.answer().text());
    }
}
