package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract, section 5: in whose name a JWT speaks. */
class ExchangeTest {

    /** Shortly before what {@link SignedJwt#CLAIMS} says. */
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000).minusSeconds(60);

    private static final JwtRules RULES = new JwtRules("customer", Set.of(), false);

    private static final KeyOwner ALICE = owner("alice", Account.ENABLED, "user");

    private final List<String> looked = new ArrayList<>();

    private static KeyOwner owner(String id, Account account, String wid) {
        return new KeyOwner(id, account, Optional.ofNullable(wid), List.of(SignedJwt.keyOfAlice()));
    }

    private Exchange with(Set<String> namesakes, KeyOwner... owners) {
        return new Exchange(RULES, List.of(owners), wid -> {
            looked.add(wid);
            return namesakes;
        });
    }

    private Denial refused(Exchange exchange, String claims) {
        return refusalOf(() -> exchange.signer(JwtAssertion.read(SignedJwt.of(claims)), NOW));
    }

    @Test
    void itIsTheUserWhoseKeySignedIt() throws Refused {
        Exchange exchange = with(Set.of("alice"), owner("bob", Account.ENABLED, "somebody else"), ALICE);

        assertThat(exchange.signer(JwtAssertion.read(SignedJwt.of(SignedJwt.CLAIMS)), NOW))
                .isEqualTo(ALICE);
    }

    @Test
    void rulesComeFirst() {
        assertThat(refused(with(Set.of()), SignedJwt.CLAIMS.replace("customer", "another")))
                .isEqualTo(Refusal.JWT_ISSUER);
        assertThat(looked).isEmpty();
    }

    @Test
    void nobodyIsLookedUpWhomNoKeySpeaksFor() {
        assertThat(refused(with(Set.of("carol"), owner("bob", Account.ENABLED, "somebody else")), SignedJwt.CLAIMS))
                .isEqualTo(Refusal.JWT_SUBJECT);
        assertThat(looked).isEmpty();
    }

    @Test
    void storeThatDoesNotAnswerIsSaidOnlyWhereItMatters() throws Refused {
        KeyOwner unknown = owner("f:1:bob", Account.UNKNOWN, null);

        assertThat(refused(with(Set.of(), unknown), SignedJwt.CLAIMS)).isEqualTo(Refusal.JWT_SUBJECT_UNREACHABLE);
        assertThat(with(Set.of(), unknown, ALICE).signer(JwtAssertion.read(SignedJwt.of(SignedJwt.CLAIMS)), NOW))
                .isEqualTo(ALICE);
    }

    @Test
    void userWhoIsGoneIsNobody() {
        assertThat(refused(with(Set.of(), owner("alice", Account.GONE, null)), SignedJwt.CLAIMS))
                .isEqualTo(Refusal.JWT_SUBJECT);
    }

    @Test
    void twoOwnersOfThatNameAreTooMany() {
        assertThat(refused(with(Set.of(), ALICE, owner("bob", Account.ENABLED, "user")), SignedJwt.CLAIMS))
                .isEqualTo(Refusal.JWT_AMBIGUOUS_SUBJECT);
    }

    @Test
    void anotherUserOfThatNameIsTooMany() {
        assertThat(refused(with(Set.of("alice", "carol"), ALICE), SignedJwt.CLAIMS))
                .isEqualTo(Refusal.JWT_AMBIGUOUS_SUBJECT);
    }

    @Test
    void signatureOfAnotherOwnerIsRefused() {
        KeyOwner alice = new KeyOwner("alice", Account.ENABLED, Optional.of("user"), List.of(SignedJwt.keyOfBob()));
        KeyOwner signer = owner("bob", Account.ENABLED, "somebody else");

        assertThat(refused(with(Set.of("alice"), alice, signer), SignedJwt.CLAIMS))
                .isEqualTo(Refusal.JWT_SIGNATURE);
    }

    /** Whoever cannot sign does not learn who is disabled. */
    @Test
    void signatureIsCheckedBeforeAnybodyIsToldThatTheUserIsDisabled() throws Refused {
        KeyOwner disabled = owner("alice", Account.DISABLED, "user");
        Exchange exchange = with(Set.of("alice"), disabled);

        assertThat(exchange.signer(JwtAssertion.read(SignedJwt.of(SignedJwt.CLAIMS)), NOW))
                .isEqualTo(disabled);
        KeyOwner unsigned = new KeyOwner("alice", Account.DISABLED, Optional.of("user"), List.of());
        assertThat(refused(with(Set.of("alice"), unsigned), SignedJwt.CLAIMS)).isEqualTo(Refusal.JWT_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENABLED")
    void whoMayNotLogInIsRefused(Account account) {
        assertThat(refusalOf(() -> {
                    owner("alice", account, "user").requireEnabled();
                    return account;
                }))
                .isEqualTo(Refusal.INVALID_USER);
    }

    @Test
    void whoMayLogInIsNot() throws Refused {
        ALICE.requireEnabled();
    }
}
