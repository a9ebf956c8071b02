package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 3: what is added to the redirect back to an application. */
class AuthorizationAnswerTest {

    private static final String APP = "https://app.example/cb";
    private static final String OURS = "domain=acme&lane=preview&iss=https%3A%2F%2Facme.preview.workfront.example";

    private final AuthorizationAnswer answer =
            new AuthorizationAnswer(new Organisation("acme", "preview"), "https://acme.preview.workfront.example");

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb,           code=c1&state=s1",
        "https://app.example/cb,           error=access_denied",
        "https://app.example/cb,           state=a%2Bb%26c%3Dd+e%20f&code=c1",
        "https://app.example/,             code=c1",
        "http://localhost:9999/callback,   code=c1",
        "com.example.app:/cb,              code=c1",
        "com.example.app://cb,             code=c1",
    })
    void domainLaneAndIssuerAreAddedAndTheRestStaysAsItIs(String redirectUri, String query) {
        assertThat(answer.complete(redirectUri + "?" + query, redirectUri))
                .isEqualTo(redirectUri + "?" + query + "&" + OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session_state=x&code=c1&iss=https%3A%2F%2Fkeycloak.example%2Frealms%2Facme",
                "iss=x&code=c1&session_state=",
                "domain=x&lane=y&code=c1",
                "session_state&code=c1"
            })
    void whatTheServerSaysInsteadIsReplaced(String query) {
        assertThat(answer.complete(APP + "?" + query, APP)).isEqualTo(APP + "?code=c1&" + OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "lane=", "iss=mine", "domain=x&lane=y&iss=z&session_state=q", "a=%26domain=x&&b"})
    void theRedirectUrlsOwnQueryStaysAsItIs(String own) {
        String redirectUri = APP + "?" + own;

        assertThat(answer.complete(redirectUri + "&iss=server&code=c1", redirectUri))
                .isEqualTo(redirectUri + "&code=c1&" + OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {APP, APP + "?", APP + "?domain=mine", APP + "?a=1&b=2"})
    void doingItTwiceChangesNothing(String redirectUri) {
        String sent = redirectUri + (redirectUri.contains("?") ? "&" : "?") + "code=c1&session_state=x";
        String once = answer.complete(sent, redirectUri);

        assertThat(once).contains(OURS).doesNotContain("session_state");
        assertThat(answer.complete(once, redirectUri)).isEqualTo(once);
    }

    @Test
    void aRedirectUrlWithAnEmptyQueryHasNothingOfItsOwn() {
        assertThat(answer.complete(APP + "?session_state=x&code=c1", APP + "?")).isEqualTo(APP + "?code=c1&" + OURS);
    }

    @Test
    void labelsAndIssuerAreEncoded() {
        AuthorizationAnswer odd = new AuthorizationAnswer(new Organisation("a&b=c", "ä"), "https://x/realms/a b");

        assertThat(odd.complete(APP + "?code=c1", APP))
                .isEqualTo(APP + "?code=c1&domain=a%26b%3Dc&lane=%C3%A4&iss=https%3A%2F%2Fx%2Frealms%2Fa+b");
    }

    @Test
    void theIssuerCanBeLeftOut() {
        assertThat(answer.withoutIssuer().complete(APP + "?iss=server&code=c1", APP))
                .isEqualTo(APP + "?code=c1&domain=acme&lane=preview");
    }

    @Test
    void aLocationWithoutAnAnswerStaysAsItIs() {
        assertThat(answer.complete(APP, APP)).isEqualTo(APP);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb?code=c1,              https://app.example/cb,     true",
        "https://app.example/cb?a=1&code=c1,          https://app.example/cb?a=1, true",
        "com.example.app:/cb?code=c1,                 com.example.app:/cb,        true",
        "https://app.example/cb,                      https://app.example/cb,     false",
        "https://app.example/cbx?code=c1,             https://app.example/cb,     false",
        "https://app.example/cb/x?code=c1,            https://app.example/cb,     false",
        "https://app.example/cb#code=c1,              https://app.example/cb,     false",
        "https://app.example/cb?b=1&code=c1,          https://app.example/cb?a=1, false",
        "https://keycloak.example/login?execution=x,  https://app.example/cb,     false",
        "https://other.example/https://app.example/cb?code=c1, https://app.example/cb, false",
    })
    void onlyAnswersToTheApplicationLeadToIt(String location, String redirectUri, boolean leads) {
        assertThat(AuthorizationAnswer.leadsTo(location, redirectUri)).isEqualTo(leads);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb?code=c1,           c1",
        "https://app.example/cb?state=s&code=a.b%2Ec, a.b.c",
        "com.example.app:/cb?code=c1,              c1",
    })
    void theCodeIsFound(String location, String code) {
        assertThat(AuthorizationAnswer.code(location)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb",
                "com.example.app:/cb&code=c1",
                "https://app.example/cb?error=access_denied",
                "https://app.example/cb?code=",
                "https://app.example/cb?xcode=c1",
                "https://app.example/cb?code=%"
            })
    void withoutACodeNoneIsFound(String location) {
        assertThat(AuthorizationAnswer.code(location)).isEmpty();
    }
}
