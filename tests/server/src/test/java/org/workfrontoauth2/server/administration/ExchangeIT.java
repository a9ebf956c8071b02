package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.RefusedJwt.ERROR;
import static org.workfrontoauth2.server.administration.RefusedJwt.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;

/** The JWT exchange (contract, section 5): what clients send and get. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeIT {

    @RegisterExtension
    private final Signer signer;

    private final KeycloakServer keycloak;
    private final OwnRealm realm;
    private final Machine machine;
    private final User user;
    private final RsaKey key;

    ExchangeIT(KeycloakServer keycloak) {
        this.signer = new Signer(keycloak);
        this.keycloak = keycloak;
        this.realm = signer.realm();
        this.machine = signer.machine();
        this.user = signer.user();
        this.key = signer.key();
    }

    @Test
    void aSignedJwtBringsASessionIdInTheNameOfTheKeysUser() {
        Answer answer = machine.exchange(signer.jwt());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "expires_in", "wid");
        assertThat(answer.member("token_type")).isEqualTo("sessionID");
        assertThat(answer.member("wid")).isEqualTo(user.wid());
        assertThat(machine.alive(answer.member("access_token"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FORM, BODY", "FORM, BASIC", "JSON, BODY", "JSON, BASIC"})
    void everyCombinationWorks(Encoding encoding, Authentication authentication) {
        Answer answer = machine.client().sending(encoding, authentication).exchangeJwt(signer.jwt());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    Stream<Arguments> goodClaims() {
        String base = realm.organisation().contract();
        return Stream.of(
                Arguments.of("a moment late", change(claims -> claims.put("exp", signer.now() - 5))),
                Arguments.of("for an hour", change(claims -> claims.put("exp", signer.now() + 3600))),
                Arguments.of("with fractions", change(claims -> claims.put("exp", signer.now() + 60.5))),
                Arguments.of("with a beginning", change(claims -> claims.put("iat", signer.now())
                        .put("nbf", signer.now()))),
                Arguments.of("a moment early", change(claims -> claims.put("iat", signer.now() + 15))),
                Arguments.of("for this issuer", change(claims -> claims.put("aud", base))),
                Arguments.of(
                        "for this endpoint",
                        change(claims -> claims.put("aud", base + "/integrations/oauth2/api/v1/jwt/exchange"))),
                Arguments.of("for several", change(claims -> {
                    claims.putArray("aud").add("https://other.example").add(base);
                    return claims;
                })));
    }

    private static UnaryOperator<ObjectNode> change(UnaryOperator<ObjectNode> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodClaims")
    void whatTheRulesAllowIsAccepted(String name, UnaryOperator<ObjectNode> change) {
        Answer answer = machine.exchange(signer.sign(change.apply(signer.claims())));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void exchangesAtEveryCallLeaveOneRow() {
        machine.session(key, user);
        long before = keycloak.clock().rows("workfront_grant");

        String jwt = signer.jwt();
        for (int i = 0; i < 100; i++) {
            assertThat(machine.exchange(jwt).status()).isEqualTo(200);
        }

        assertThat(keycloak.clock().rows("workfront_grant")).isEqualTo(before);
    }

    @Test
    void anyKeyOfTheUserMayHaveSigned() {
        Machine other = Machine.in(realm);
        RsaKey first = other.key();
        RsaKey second = other.key();

        assertThat(other.exchange(first, user).status()).isEqualTo(200);
        assertThat(other.exchange(second, user).status()).isEqualTo(200);
    }

    @Test
    void standardErrorsAreThoseOfTheStandard() {
        Machine other = Machine.in(realm);
        realm.applications().change(other.clientId(), Map.of("standardResponses", true));

        signer.refused(() -> other.exchange(signer.jwt()))
                .answersStandard(400, "invalid_grant")
                .records(ERROR, "user_not_found");
        RsaKey theirs = other.key();
        assertThat(other.exchange(theirs, user).member("token_type")).isEqualTo("Bearer");
    }

    @Test
    void withoutAJwtThereIsNothingToExchange() {
        signer.refused(() -> machine.exchange(""))
                .answers(400, "invalid_request")
                .records(ERROR, "invalid_request");
    }

    @Test
    void moreThan8KibibytesAreTooLarge() {
        String large = signer.sign(signer.claims().put("more", "A".repeat(9000)));

        assertRefused(machine, large, "invalid_request", "The JWT is larger than 8 KiB.", "invalid_token");
        assertThat(machine.exchange(signer.sign(signer.claims().put("more", "A".repeat(4000))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void moreThan64KibibytesAreNotRead() {
        Answer answer = machine.exchange("A".repeat(70 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.member("type")).isEqualTo("invalid_request");
    }

    /** Some databases refuse NUL: such a body is read by nobody, so there is no application to name either. */
    @Test
    void aZeroByteIsRefusedWithTheWholeBody() {
        signer.refused(() -> machine.exchange("e30.e30.\0"))
                .answers(400, "invalid_request")
                .records(ERROR, "invalid_request");
    }
}
