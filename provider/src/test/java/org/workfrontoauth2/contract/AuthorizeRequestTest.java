package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 3: the parameters of the authorization endpoint, apart from PKCE and consent. */
class AuthorizeRequestTest {

    private static final String GOOD =
            "client_id=acme-web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&response_type=code";

    private static AuthorizeRequest read(String query) {
        return AuthorizeRequest.read(query).orElseThrow();
    }

    private static Map<String, String> forServer(String query) {
        return read(query).forServer(ApplicationType.WEB, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&state=s",
                "&scope=",
                "&scope=openid+profile+no-such-scope",
                "&response_mode=query",
                "&response_mode=&request=&request_uri=&prompt=&max_age=&code_challenge=&code_challenge_method=",
                "&prompt=login&login_hint=jane&ui_locales=de&kc_idp_hint=saml&max_age=0",
                "&max_age=999999999",
                "&approval_prompt=auto&nonce=n&x=1&x=2"
            })
    void whatRealClientsSendIsAccepted(String more) {
        assertThat(read(GOOD + more).refusal(ApplicationType.WEB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_RESPONSE_TYPE,     client_id=a&redirect_uri=u",
        "MISSING_RESPONSE_TYPE,     client_id=a&redirect_uri=u&response_type=",
        "UNSUPPORTED_RESPONSE_TYPE, client_id=a&redirect_uri=u&response_type=token",
        "UNSUPPORTED_RESPONSE_TYPE, client_id=a&redirect_uri=u&response_type=code+id_token",
        "UNSUPPORTED_RESPONSE_TYPE, client_id=a&redirect_uri=u&response_type=Code",
        "UNSUPPORTED_RESPONSE_MODE, client_id=a&redirect_uri=u&response_type=code&response_mode=fragment",
        "UNSUPPORTED_RESPONSE_MODE, client_id=a&redirect_uri=u&response_type=code&response_mode=form_post",
        "UNSUPPORTED_RESPONSE_MODE, client_id=a&redirect_uri=u&response_type=code&response_mode=query.jwt",
        "REQUEST_OBJECT,            client_id=a&redirect_uri=u&response_type=code&request=x",
        "REQUEST_OBJECT,            client_id=a&redirect_uri=u&response_type=code&request_uri=urn:x",
        "INVALID_MAX_AGE,           client_id=a&redirect_uri=u&response_type=code&max_age=soon",
        "INVALID_MAX_AGE,           client_id=a&redirect_uri=u&response_type=code&max_age=-1",
        "INVALID_MAX_AGE,           client_id=a&redirect_uri=u&response_type=code&max_age=1.5",
        "INVALID_MAX_AGE,           client_id=a&redirect_uri=u&response_type=code&max_age=9999999999",
    })
    void whatTheContractDoesNotHaveIsRefused(Refusal refusal, String query) {
        assertThat(read(query).refusal(ApplicationType.WEB)).contains(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "redirect_uri",
                "response_type",
                "state",
                "scope",
                "prompt",
                "login_hint",
                "ui_locales",
                "kc_idp_hint",
                "max_age",
                "response_mode",
                "request",
                "request_uri",
                "code_challenge",
                "code_challenge_method"
            })
    void knownParametersComeOnce(String name) {
        assertThat(read(GOOD + "&" + name + "=1&" + name + "=1").refusal(ApplicationType.WEB))
                .contains(Refusal.REPEATED_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "prompt", "login_hint", "ui_locales", "kc_idp_hint", "max_age", "code_challenge"})
    void valuesThatAreUsedHaveAtMost2000Characters(String name) {
        assertThat(read(GOOD + "&" + name + "=" + "x".repeat(2001)).refusal(ApplicationType.WEB))
                .contains(Refusal.OVERSIZED_PARAMETER);
        assertThat(read(GOOD + "&" + name + "=" + "x".repeat(2000)).refusal(ApplicationType.WEB))
                .isNotEqualTo(Optional.of(Refusal.OVERSIZED_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "nonce"})
    void valuesThatAreIgnoredMayBeLonger(String name) {
        assertThat(read(GOOD + "&" + name + "=" + "x".repeat(2001)).refusal(ApplicationType.WEB))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=%", "client_id=a&state=%zz", "client_id=%00", "x=%C3", "client_id=a&x=%4"})
    void malformedQueriesAreNotRead(String query) {
        assertThat(AuthorizeRequest.read(query)).isEmpty();
    }

    @Test
    void clientAndRedirectUrlAreDecoded() {
        AuthorizeRequest request = read(GOOD);

        assertThat(request.clientId()).contains("acme-web");
        assertThat(request.redirectUri()).contains("https://app.example/cb");
    }

    /** Such a request shows an error page and never redirects. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "client_id=&redirect_uri=",
                "client_id=a&client_id=a&redirect_uri=u&redirect_uri=u",
                "client_id=&client_id=a&redirect_uri=u&redirect_uri="
            })
    void missingOrRepeatedClientAndRedirectUrlCountAsNone(String query) {
        assertThat(read(query).clientId()).isEmpty();
        assertThat(read(query).redirectUri()).isEmpty();
    }

    @Test
    void parametersAsInStockReachTheServer() {
        assertThat(forServer(GOOD + "&state=a%2Bb&prompt=login&login_hint=jane%20doe&ui_locales=de&kc_idp_hint=saml"
                        + "&max_age=5&code_challenge=c&code_challenge_method=S256"))
                .containsOnly(
                        entry("client_id", "acme-web"),
                        entry("redirect_uri", "https://app.example/cb"),
                        entry("response_type", "code"),
                        entry("state", "a+b"),
                        entry("prompt", "login"),
                        entry("login_hint", "jane doe"),
                        entry("ui_locales", "de"),
                        entry("kc_idp_hint", "saml"),
                        entry("max_age", "5"),
                        entry("code_challenge", "c"),
                        entry("code_challenge_method", "S256"));
    }

    @Test
    void nothingElseReachesTheServer() {
        assertThat(forServer(GOOD
                        + "&scope=openid&response_mode=query&state=&nonce=n&claims=c&acr_values=2&kc_action=x"
                        + "&dpop_jkt=y&approval_prompt=auto&x=1"))
                .isEqualTo(Map.of(
                        "client_id", "acme-web",
                        "redirect_uri", "https://app.example/cb",
                        "response_type", "code"));
    }

    @Test
    void ofARefusedRequestOnlyWhatTheRedirectNeedsReachesTheServer() {
        AuthorizeRequest request = read("client_id=acme-web&redirect_uri=https://app.example/cb&response_type=token"
                + "&state=s&prompt=none&login_hint=jane&code_challenge=c&code_challenge_method=plain");

        assertThat(request.forServer(ApplicationType.SINGLE_PAGE, true))
                .isEqualTo(Map.of(
                        "client_id", "acme-web",
                        "redirect_uri", "https://app.example/cb",
                        "response_type", "code",
                        "state", "s"));
    }

    @Test
    void theLongestStateComesBack() {
        String state = "x".repeat(2000);

        assertThat(forServer(GOOD + "&state=" + state)).containsEntry("state", state);
    }

    @Test
    void anAmbiguousOrOversizedStateDoesNotComeBack() {
        assertThat(read(GOOD + "&state=a&state=b").forServer(ApplicationType.WEB, true))
                .doesNotContainKey("state");
        assertThat(read(GOOD + "&state=" + "x".repeat(2001)).forServer(ApplicationType.WEB, true))
                .doesNotContainKey("state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&state=", "&state=s"})
    void shortStatesComeBack(String state) {
        assertThat(read(GOOD + state).stateIsTooLong()).isFalse();
    }

    @Test
    void aStateIsTooLongAbove2000Characters() {
        assertThat(read(GOOD + "&state=" + "x".repeat(2000)).stateIsTooLong()).isFalse();
        assertThat(read(GOOD + "&state=" + "x".repeat(2001)).stateIsTooLong()).isTrue();
        assertThat(read(GOOD + "&state=" + "%ED%95%9C".repeat(2000)).stateIsTooLong())
                .isFalse();
    }
}
