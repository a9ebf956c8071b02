package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, sections 3, 4 and 7: which codes are redeemed. */
class RedemptionTest {

    private static final Instant HANDED_OUT = Instant.parse("2026-01-01T00:00:00.500Z");
    private static final Instant SOON = HANDED_OUT.plusSeconds(1);
    private static final String URL = "https://app.example/callback";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** What may be wrong, one at a time. */
    private boolean redeemed;

    private Optional<String> boundTo = Optional.of(Redemption.hash(URL));
    private Optional<String> challenge = Optional.of(CHALLENGE);
    private boolean stillRegistered = true;
    private boolean loggedIn = true;
    private String redirectUri = URL;
    private Optional<String> verifier = Optional.of(VERIFIER);

    private ApplicationType type = ApplicationType.SINGLE_PAGE;

    private Optional<Refusal> refusal(Instant now) {
        Redemption.Code code = new Redemption.Code(HANDED_OUT, redeemed, boundTo, challenge, stillRegistered, loggedIn);
        return new Redemption(type, code, redirectUri, verifier).refusal(now);
    }

    @Test
    void freshCodeIsRedeemed() {
        assertThat(refusal(SOON)).isEmpty();
    }

    @Test
    void redeemedCodeIsRefused() {
        redeemed = true;

        assertThat(refusal(SOON)).contains(Refusal.INVALID_CODE);
    }

    @Test
    void codeThatIsBoundToNoRedirectUrlIsRefused() {
        boundTo = Optional.empty();

        assertThat(refusal(SOON)).contains(Refusal.INVALID_CODE);
    }

    @Test
    void codeIsValidForTwoMinutes() {
        assertThat(refusal(HANDED_OUT.plus(Duration.ofMinutes(2)))).isEmpty();
        assertThat(refusal(HANDED_OUT.plus(Duration.ofMinutes(2)).plusMillis(1)))
                .contains(Refusal.EXPIRED_CODE);
    }

    /** A node's clock may be a little behind that of the node that handed out the code. */
    @Test
    void codeIsRedeemedByANodeWhoseClockIsBehind() {
        assertThat(refusal(HANDED_OUT.minusSeconds(1))).isEmpty();
    }

    @Test
    void codeOfALoginThatHasEndedIsRefused() {
        loggedIn = false;

        assertThat(refusal(SOON)).contains(Refusal.SESSION_ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://app.example/callback/", "https://app.example/Callback", "https://app.example"})
    void anotherRedirectUrlIsRefused(String other) {
        redirectUri = other;

        assertThat(refusal(SOON)).contains(Refusal.OTHER_REDIRECT_URI);
    }

    @Test
    void codeThatWentToARedirectUrlWhichWasRemovedSinceIsRefused() {
        stillRegistered = false;

        assertThat(refusal(SOON)).contains(Refusal.INVALID_CODE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void singlePageApplicationsCodeWithoutAChallengeIsRefused(boolean withVerifier) {
        challenge = Optional.empty();
        verifier = verifier.filter(any -> withVerifier);

        assertThat(refusal(SOON)).contains(Refusal.CODE_WITHOUT_CHALLENGE);
    }

    @Test
    void webApplicationsCodeNeedsNoChallenge() {
        type = ApplicationType.WEB;
        challenge = Optional.empty();
        verifier = Optional.empty();

        assertThat(refusal(SOON)).isEmpty();
    }

    @Test
    void missingVerifierIsRefused() {
        verifier = Optional.empty();

        assertThat(refusal(SOON)).contains(Refusal.MISSING_VERIFIER);
    }

    @Test
    void wrongVerifierIsRefused() {
        verifier = Optional.of(CHALLENGE);

        assertThat(refusal(SOON)).contains(Refusal.WRONG_VERIFIER);
    }
}
