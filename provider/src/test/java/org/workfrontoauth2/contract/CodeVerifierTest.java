package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 7; the pair is that of RFC 7636, appendix B. */
class CodeVerifierTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static Optional<Refusal> refusal(String challenge, String verifier) {
        return CodeVerifier.refusal(Optional.of(challenge), Optional.of(verifier));
    }

    @Test
    void theVerifierOfTheChallengeIsGood() {
        assertThat(refusal(CHALLENGE, VERIFIER)).isEmpty();
    }

    @Test
    void neitherChallengeNorVerifierIsGood() {
        assertThat(CodeVerifier.refusal(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void aChallengeNeedsItsVerifier() {
        assertThat(CodeVerifier.refusal(Optional.of(CHALLENGE), Optional.empty()))
                .contains(Refusal.MISSING_VERIFIER);
    }

    @Test
    void aVerifierWithoutChallengeIsRefused() {
        assertThat(CodeVerifier.refusal(Optional.empty(), Optional.of(VERIFIER)))
                .contains(Refusal.UNEXPECTED_VERIFIER);
    }

    @Test
    void anotherVerifierIsRefused() {
        assertThat(refusal(CHALLENGE, VERIFIER.toLowerCase(Locale.ROOT))).contains(Refusal.WRONG_VERIFIER);
        assertThat(refusal(CHALLENGE, VERIFIER + "x")).contains(Refusal.WRONG_VERIFIER);
    }

    @Test
    void theChallengeIsNotItsOwnVerifier() {
        assertThat(refusal(CHALLENGE, CHALLENGE)).contains(Refusal.WRONG_VERIFIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tooShortByOneCharacter-tooShortByOneCharacte",
                "dBjftJeZ4CVP mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                "dBjftJeZ4CVP+mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                "ädBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            })
    void verifiersOfAnotherFormAreRefused(String verifier) {
        String fitted = verifier.startsWith("tooShort") ? verifier.substring(0, 42) : verifier;

        assertThat(refusal(CHALLENGE, fitted)).contains(Refusal.MALFORMED_VERIFIER);
    }

    @Test
    void verifiersAreAtMost128CharactersLong() {
        assertThat(refusal(CHALLENGE, "a".repeat(128))).contains(Refusal.WRONG_VERIFIER);
        assertThat(refusal(CHALLENGE, "a".repeat(129))).contains(Refusal.MALFORMED_VERIFIER);
    }
}
