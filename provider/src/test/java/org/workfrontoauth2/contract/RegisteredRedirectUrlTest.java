package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs administrators may register: absolute ones, without fragment or wildcard. */
class RegisteredRedirectUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb",
                "https://app.example",
                "https://app.example:8443/cb?a=1&domains=x",
                "HTTPS://app.example/cb",
                "http://localhost:9999/callback",
                "http://127.0.0.1/cb",
                "http://[::1]:1234/",
                "com.example.app:/cb",
                "com.example.app://cb",
                "https://app.workfrontfusion.com/oauth/cb/workfront-workfront",
                "https://app-eu.workfrontfusion.com/oauth/cb/workfront-workfront",
                "https://app-az.workfrontfusion.com/oauth/cb/workfront-workfront"
            })
    void absoluteUrlsAreAccepted(String url) {
        assertThat(problem(url)).isEmpty();
    }

    /** An app on a phone keeps no secret. */
    @Test
    void schemesOfTheirOwnAreForSinglePageApplications() {
        assertThat(RedirectUrl.problem("com.example.app:/cb", ApplicationType.WEB, "They")
                        .map(Said::english))
                .contains("They must be https. Only single page applications can have a scheme of their own.");
        assertThat(RedirectUrl.problem("https://app.example/cb", ApplicationType.WEB, "They"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://app.example/*", "https://*.app.example/cb", "com.example.app:/*"})
    void wildcardsAreRefused(String url) {
        assertThat(problem(url)).contains("They must not contain a wildcard, because they must match exactly.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/cb#x", "https://app.example/cb#", "https://jane@app.example/cb"})
    void fragmentsAndUserNamesAreRefused(String url) {
        assertThat(problem(url)).contains("They must be URLs without a fragment and without a user name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cb", "app.example/cb", "//app.example/cb", "c b", "https:"})
    void whatIsNotAbsoluteIsRefused(String url) {
        assertThat(problem(url)).contains("They must be absolute URLs.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/c b",
                "https://app.example/cb?a=%zz",
                "https://app.example/%4",
                "https://app.example/cb?q={x}",
                "https://app.example/a[b",
                "https://app.example/a\\b",
                "https://app.example/a\nb",
                "com.example.app:/c b",
                "https://app.example/\0",
                "https://app.example/\ud800"
            })
    void whatMustBeEscapedIsRefused(String url) {
        assertThat(problem(url))
                .contains(
                        "They must not contain spaces, braces or other characters that are not allowed in URLs, and must contain"
                                + " % only before two hexadecimal digits. Percent-encode such characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///cb",
                "https:cb",
                "https://app example/cb",
                "https://app_1/cb",
                "https://127.1/cb",
                "https://[::1/cb",
                "https://app.example:port/cb"
            })
    void whatHasNoReadableHostIsRefused(String url) {
        assertThat(problem(url)).contains("They must have a host that browsers can read, such as https://app.example.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript:f({})",
                "data:text/html,x",
                "view-source:https://app.example",
                "mailto:jane@app.example",
                "intent://app.example/cb",
                "file:///etc/hosts"
            })
    void schemesThatLeadToNoApplicationAreRefused(String url) {
        assertThat(problem(url))
                .contains(
                        "They must not have a scheme that does not lead to an application, such as javascript, data or file.");
    }

    /** Not even a single page application may have one. */
    @ParameterizedTest
    @EnumSource
    void urnsAreRefusedForEveryType(ApplicationType type) {
        assertThat(RedirectUrl.problem("urn:ietf:wg:oauth:2.0:oob", type, "They")
                        .map(Said::english))
                .contains("They must not be URNs, because a code cannot be sent to one.");
    }

    /** RFC 8252, 7.3; RFC 9700, 2.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/cb",
                "HTTP://app.example:8080",
                "http://localhost.example/cb",
                "http://localhost./cb",
                "http://0.0.0.0/cb"
            })
    void withoutTlsOnlyLoopbackAddressesAreAccepted(String url) {
        assertThat(problem(url)).contains("They must be https, except on a loopback address.");
    }

    @Test
    void theyHaveAtMost255Characters() {
        String url = "https://app.example/" + "x".repeat(235);

        assertThat(problem(url)).isEmpty();
        assertThat(problem(url + "x")).contains("They must be URLs of at most 255 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "HTTPS://app.example:8443/about?x#y"})
    void pagesAreHttps(String url) {
        assertThat(RedirectUrl.isPage(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example",
                "/about",
                "http://app.example",
                "https:",
                "https:///about",
                "mailto:jane@app.example",
                "javascript:alert(1)",
                "https://jane@app.example"
            })
    void nothingElseIsAPage(String url) {
        assertThat(RedirectUrl.isPage(url)).isFalse();
    }

    private static Optional<String> problem(String url) {
        return RedirectUrl.problem(url, ApplicationType.SINGLE_PAGE, "They").map(Said::english);
    }
}
