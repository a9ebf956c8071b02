package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.contract.Standing.Client;
import org.workfrontoauth2.contract.Standing.Consent;
import org.workfrontoauth2.contract.Standing.Ends;
import org.workfrontoauth2.contract.Standing.Fallen;
import org.workfrontoauth2.contract.Standing.Grant;
import org.workfrontoauth2.contract.Standing.User;

/** Contract, section 6: every branch of what makes a grant fall. */
class StandingTest {

    private static final Instant BEGAN = Instant.ofEpochSecond(1_000_000);
    private static final Instant NOW = BEGAN.plusSeconds(100);
    private static final NotBefore NEVER = new NotBefore(0);

    private static final Grant LOGIN = new Grant(true, false, true, BEGAN, BEGAN);
    private static final Grant MACHINE = new Grant(true, true, true, BEGAN, BEGAN);
    private static final Client WEB = client(ApplicationType.WEB, Optional.empty(), Optional.empty());
    private static final Client MACHINES =
            client(ApplicationType.MACHINE_TO_MACHINE, Optional.empty(), Optional.empty());
    private static final User ALICE = alice(NEVER);

    @Test
    void nothingStandsAgainstAGrantOfALogin() {
        assertThat(standing(LOGIN, WEB, ALICE)).isEmpty();
    }

    @Test
    void aMachineNeedsNoConsentAndHasNoExpiration() {
        Client expiring = client(ApplicationType.MACHINE_TO_MACHINE, seconds(1), seconds(1));

        assertThat(standing(MACHINE, expiring, new User(Account.ENABLED, NEVER, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aGrantOfAnotherRealmOrApplicationIsNone() {
        assertThat(standing(new Grant(false, false, true, BEGAN, BEGAN), WEB, ALICE))
                .contains(new Fallen(Refusal.ENDED_GRANT, Ends.NOTHING));
    }

    @Test
    void aGrantWhoseCodeWasNotRedeemedIsNone() {
        assertThat(standing(new Grant(true, false, false, BEGAN, BEGAN), WEB, ALICE))
                .contains(new Fallen(Refusal.ENDED_GRANT, Ends.NOTHING));
    }

    @Test
    void aDisabledApplicationEndsAllItHas() {
        assertThat(standing(LOGIN, new Client(false, WEB.type(), WEB.policy()), ALICE))
                .contains(new Fallen(Refusal.DISABLED_CLIENT, Ends.ALL_OF_THE_APPLICATION));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLED", "GONE"})
    void aUserWhoMayNotLogInEndsAllTheyHave(Account account) {
        assertThat(standing(LOGIN, WEB, new User(account, NEVER, ALICE.consent())))
                .contains(new Fallen(Refusal.INVALID_USER, Ends.ALL_OF_THE_USER));
    }

    @Test
    void aStoreThatDoesNotAnswerRefusesAndEndsNothing() {
        assertThat(standing(LOGIN, WEB, new User(Account.UNKNOWN, NEVER, ALICE.consent())))
                .contains(new Fallen(Refusal.INVALID_USER, Ends.NOTHING));
    }

    /** When the token was issued makes no difference to a grant of a login. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "50, false"})
    void notBeforeCountsFromTheConsent(int second, boolean stands) {
        User user = alice(new NotBefore((int) BEGAN.getEpochSecond() + second));

        assertThat(new Standing(LOGIN, WEB, user).fallen(BEGAN.plusSeconds(90), NOW))
                .isEqualTo(stands ? Optional.empty() : Optional.of(new Fallen(Refusal.ENDED_GRANT, Ends.GRANT)));
    }

    /** What exchanges share goes on with the next one. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0,",
        "0, 0, GRANT",
        "50, 90,",
        "90, 90, NOTHING",
        "50, -10, GRANT",
        "-1, -10,",
    })
    void ofAMachineNotBeforeCountsFromTheExchange(int second, int issued, Ends ends) {
        User user = alice(new NotBefore((int) BEGAN.getEpochSecond() + second));

        assertThat(new Standing(MACHINE, MACHINES, user)
                        .fallen(BEGAN.plusSeconds(issued), NOW)
                        .map(Fallen::ends))
                .isEqualTo(Optional.ofNullable(ends));
    }

    @Test
    void aGrantOfAnotherTypeIsNone() {
        assertThat(standing(LOGIN, MACHINES, ALICE)).contains(new Fallen(Refusal.ENDED_GRANT, Ends.NOTHING));
        assertThat(standing(MACHINE, WEB, ALICE)).contains(new Fallen(Refusal.ENDED_GRANT, Ends.NOTHING));
    }

    @Test
    void withdrawnConsentEndsTheGrant() {
        assertThat(standing(LOGIN, WEB, new User(Account.ENABLED, NEVER, Optional.empty())))
                .contains(new Fallen(Refusal.CONSENT_WITHDRAWN, Ends.GRANT));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void consentThatWasGivenAgainRevivesNoGrantFromBefore(int seconds, boolean stands) {
        Consent consent = new Consent(Optional.of(BEGAN.plusSeconds(seconds)));

        assertThat(standing(LOGIN, WEB, new User(Account.ENABLED, NEVER, Optional.of(consent))))
                .isEqualTo(stands ? Optional.empty() : Optional.of(new Fallen(Refusal.CONSENT_WITHDRAWN, Ends.GRANT)));
    }

    @Test
    void consentOfUnknownAgeCounts() {
        User user = new User(Account.ENABLED, NEVER, Optional.of(new Consent(Optional.empty())));

        assertThat(standing(LOGIN, WEB, user)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, false", "101, true"})
    void afterItsAbsoluteExpirationItHasEnded(int absolute, boolean stands) {
        Client client = client(ApplicationType.WEB, seconds(absolute), Optional.empty());

        assertThat(standing(LOGIN, client, ALICE))
                .isEqualTo(
                        stands ? Optional.empty() : Optional.of(new Fallen(Refusal.EXPIRED_REFRESH_TOKEN, Ends.GRANT)));
    }

    @ParameterizedTest
    @CsvSource({"49, false", "50, false", "51, true"})
    void afterItsInactiveExpirationItHasEnded(int inactive, boolean stands) {
        Grant used = new Grant(true, false, true, BEGAN, BEGAN.plusSeconds(50));
        Client client = client(ApplicationType.WEB, Optional.empty(), seconds(inactive));

        assertThat(standing(used, client, ALICE))
                .isEqualTo(
                        stands ? Optional.empty() : Optional.of(new Fallen(Refusal.EXPIRED_REFRESH_TOKEN, Ends.GRANT)));
    }

    private static Optional<Fallen> standing(Grant grant, Client client, User user) {
        return new Standing(grant, client, user).fallen(BEGAN, NOW);
    }

    private static User alice(NotBefore notBefore) {
        return new User(Account.ENABLED, notBefore, Optional.of(new Consent(Optional.of(BEGAN))));
    }

    private static Optional<Duration> seconds(int seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static Client client(ApplicationType type, Optional<Duration> absolute, Optional<Duration> inactive) {
        return new Client(true, type, new RefreshPolicy(false, Duration.ZERO, absolute, inactive));
    }
}
