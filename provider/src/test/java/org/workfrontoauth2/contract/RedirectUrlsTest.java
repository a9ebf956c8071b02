package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, sections 2 and 7: redirect URLs are compared exactly, with one exception. */
class RedirectUrlsTest {

    private static final RedirectUrls URLS =
            singlePage("https://app.example/cb", "http://localhost:9999/spa", "com.example.app:/cb", "null");
    private static final RedirectUrls LOOPBACK = singlePage(
            "http://127.0.0.1/cb", "http://[::1]/cb?a=1", "http://localhost/cb", "http://127.0.0.1:4000/fixed");

    private static RedirectUrls singlePage(String... urls) {
        return new RedirectUrls(ApplicationType.SINGLE_PAGE, Set.of(urls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/cb", "http://localhost:9999/spa", "com.example.app:/cb"})
    void whatIsRegisteredIsIncluded(String url) {
        assertThat(URLS.include(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://app.example/cb/",
                "https://app.example/CB",
                "https://APP.example/cb",
                "https://app.example:443/cb",
                "https://app.example/cb?",
                "https://app.example/cb?a=1",
                "https://app.example/c%62",
                "http://app.example/cb",
                "http://localhost/spa",
                "http://localhost:9998/spa",
                "com.example.app:/cb/x"
            })
    void nothingElseIs(String url) {
        assertThat(URLS.include(url)).isFalse();
    }

    /** RFC 8252, 7.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/cb",
                "http://127.0.0.1:1/cb",
                "http://127.0.0.1:51234/cb",
                "http://127.0.0.1:65535/cb",
                "http://[::1]/cb?a=1",
                "http://[::1]:51234/cb?a=1",
                "http://localhost/cb",
                "http://127.0.0.1:4000/fixed"
            })
    void loopbackAddressesWithoutAPortStandForAllPorts(String url) {
        assertThat(LOOPBACK.include(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:80/cb",
                "http://127.0.0.1:0/cb",
                "http://127.0.0.1:051234/cb",
                "http://127.0.0.1:65536/cb",
                "http://127.0.0.1:100000/cb",
                "http://127.0.0.1:/cb",
                "http://127.0.0.1:51234/other",
                "http://127.0.0.1:51234/cb/",
                "http://127.0.0.1:51234/cb?a=1",
                "http://127.0.0.1:51234",
                "http://127.0.0.1:51234@evil.example/cb",
                "http://127.0.0.1.evil.example:51234/cb",
                "http://127.0.0.2:51234/cb",
                "https://127.0.0.1:51234/cb",
                "HTTP://127.0.0.1:51234/cb",
                "http://[::1]:51234/cb",
                "http://[0:0:0:0:0:0:0:1]:51234/cb?a=1",
                "http://localhost:51234/cb",
                "http://127.0.0.1:4001/fixed",
                "http://127.0.0.1/fixed"
            })
    void thatIsAllThereIsToTheException(String url) {
        assertThat(LOOPBACK.include(url)).isFalse();
    }

    @Test
    void webApplicationsListenWhereTheyAlwaysDo() {
        RedirectUrls web = new RedirectUrls(ApplicationType.WEB, Set.of("http://127.0.0.1/cb"));

        assertThat(web.include("http://127.0.0.1/cb")).isTrue();
        assertThat(web.include("http://127.0.0.1:51234/cb")).isFalse();
    }

    /** Registered before the contract knew better. */
    @Test
    void whatCannotComeBackIsNotIncludedThoughItIsRegistered() {
        RedirectUrls old = singlePage("https://app.example:443/cb", "http://127.0.0.1/cb?state=fixed");

        assertThat(old.include("https://app.example:443/cb")).isFalse();
        assertThat(old.include("http://127.0.0.1/cb?state=fixed")).isFalse();
        assertThat(old.include("http://127.0.0.1:1234/cb?state=fixed")).isFalse();
        assertThat(old.problem("https://app.example:443/cb").map(Said::english))
                .contains("The redirect URLs of an OAuth2 application must not name the default port of their scheme. "
                        + "Any other port is a number from 1 to 65535.");
        assertThat(old.problem("https://app.example:443/")).isEmpty();
        assertThat(URLS.problem("https://app.example/cb")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "http://localhost:9999"})
    void theOriginsOfTheRedirectUrlsAreTheirs(String origin) {
        assertThat(URLS.haveOrigin(origin)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example/",
                "https://app.example/cb",
                "https://app.example.evil.example",
                "https://evil.example",
                "http://localhost",
                "com.example.app:",
                "com.example.app://"
            })
    void everyOtherOriginIsNot(String origin) {
        assertThat(URLS.haveOrigin(origin)).isFalse();
    }

    @Test
    void withoutRedirectUrlsNoOriginIs() {
        assertThat(singlePage().haveOrigin("https://app.example")).isFalse();
    }

    /** The page that asks for the tokens is the page that the code came to. */
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1,             true",
        "http://127.0.0.1:51234,       true",
        "http://[::1],                 true",
        "http://[::1]:51234,           true",
        "http://localhost,             true",
        "http://localhost:51234,       false",
        "https://127.0.0.1:51234,      false",
        "http://127.0.0.2:51234,       false",
        "http://127.0.0.1:51234/,      false",
        "http://127.0.0.1:51234/cb,    false",
        "http://127.0.0.1:0,           false",
    })
    void loopbackOriginsHaveTheSameException(String origin, boolean theirs) {
        assertThat(LOOPBACK.haveOrigin(origin)).isEqualTo(theirs);
    }

    @Test
    void aFixedPortIsAFixedOrigin() {
        RedirectUrls fixed = singlePage("http://127.0.0.1:4000/cb");

        assertThat(fixed.haveOrigin("http://127.0.0.1:4000")).isTrue();
        assertThat(fixed.haveOrigin("http://127.0.0.1:4001")).isFalse();
        assertThat(new RedirectUrls(ApplicationType.WEB, Set.of("http://127.0.0.1/cb"))
                        .haveOrigin("http://127.0.0.1:4000"))
                .isFalse();
    }
}
