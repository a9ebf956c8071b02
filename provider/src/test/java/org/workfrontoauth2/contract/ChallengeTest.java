package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, sections 3 and 7: PKCE with S256, required for single page applications, allowed for web applications. */
class ChallengeTest {

    /** RFC 7636, appendix B. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static AuthorizeRequest request(String more) {
        return AuthorizeRequest.read("client_id=a&redirect_uri=https://app.example/cb&response_type=code" + more)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aSoundChallengeIsAccepted(ApplicationType type) {
        AuthorizeRequest request = request("&code_challenge=" + CHALLENGE + "&code_challenge_method=S256");

        assertThat(request.refusal(type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&code_challenge=&code_challenge_method="})
    void onlySinglePageApplicationsMustSendOne(String more) {
        assertThat(request(more).refusal(ApplicationType.SINGLE_PAGE)).contains(Refusal.MISSING_CHALLENGE);
        assertThat(request(more).refusal(ApplicationType.WEB)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&code_challenge=" + CHALLENGE,
                "&code_challenge=" + CHALLENGE + "&code_challenge_method=plain",
                "&code_challenge=" + CHALLENGE + "&code_challenge_method=s256",
                "&code_challenge=" + CHALLENGE + "&code_challenge_method=S512",
                "&code_challenge=" + CHALLENGE + "&code_challenge_method=",
                "&code_challenge_method=S256",
                "&code_challenge_method=plain",
                "&code_challenge=&code_challenge_method=S256"
            })
    void everyOtherMethodIsRefused(String more) {
        assertThat(request(more).refusal(ApplicationType.SINGLE_PAGE)).contains(Refusal.INVALID_CHALLENGE);
        assertThat(request(more).refusal(ApplicationType.WEB)).contains(Refusal.INVALID_CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw%2BcM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw%2FcM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM%0A"
            })
    void whatIsNotTheBase64UrlOfASha256IsRefused(String challenge) {
        AuthorizeRequest request = request("&code_challenge_method=S256&code_challenge=" + challenge);

        assertThat(request.refusal(ApplicationType.SINGLE_PAGE)).contains(Refusal.INVALID_CHALLENGE);
        assertThat(request.refusal(ApplicationType.WEB)).contains(Refusal.INVALID_CHALLENGE);
    }

    @Test
    void withAnotherFaultTheChallengeDoesNotMatter() {
        assertThat(request("&response_mode=fragment").refusal(ApplicationType.SINGLE_PAGE))
                .contains(Refusal.UNSUPPORTED_RESPONSE_MODE);
    }
}
