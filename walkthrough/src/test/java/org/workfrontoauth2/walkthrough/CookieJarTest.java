package org.workfrontoauth2.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookieJarTest {

    private static final Request LOGIN = Request.get("http://acme.my.localhost:8080/realms/acme/login?x=/y");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CookieJar jar = new CookieJar(() -> now);

    @Test
    void aCookieGoesBackToItsHostOnAnyPort() {
        keep("a=1; Path=/");

        assertThat(jar.header(LOGIN)).contains("a=1");
        assertThat(jar.header(Request.get("http://acme.my.localhost:9999/"))).contains("a=1");
        assertThat(jar.header(Request.get("http://acme.preview.localhost:8080/")))
                .isEmpty();
        assertThat(jar.header(Request.get("http://my.localhost:8080/"))).isEmpty();
    }

    @Test
    void aCookieGoesBackBelowItsPath() {
        keep("a=1; Path=/realms/acme/");

        assertThat(jar.header(LOGIN)).isPresent();
        assertThat(jar.header(Request.get("http://acme.my.localhost:8080/realms/acme2/")))
                .isEmpty();
        assertThat(jar.header(Request.get("http://acme.my.localhost:8080/integrations/oauth2/authorize")))
                .isEmpty();
    }

    @Test
    void withoutAPathItIsThatOfTheRequest() {
        keep("a=1");

        assertThat(jar.header(Request.get("http://acme.my.localhost:8080/realms/acme/other")))
                .isPresent();
        assertThat(jar.header(Request.get("http://acme.my.localhost:8080/realms")))
                .isEmpty();
    }

    @Test
    void theMostSpecificPathComesFirst() {
        keep("a=outer; Path=/", "a=inner; Path=/realms/");

        assertThat(jar.header(LOGIN)).contains("a=inner; a=outer");
    }

    @Test
    void aValueComesBackAsItWasWritten() {
        keep("hash=\"K5/W==\";Version=1;Path=/;HttpOnly");

        assertThat(jar.header(LOGIN)).contains("hash=\"K5/W==\"");
    }

    @Test
    void aNewValueReplacesTheOldOneAndMaxAgeZeroRemovesIt() {
        keep("a=1; Path=/");
        keep("a=2; Path=/");
        assertThat(jar.header(LOGIN)).contains("a=2");

        keep("a=; Path=/; Max-Age=0");
        assertThat(jar.header(LOGIN)).isEmpty();
    }

    @Test
    void aCookieExpires() {
        keep("short=1; Path=/; Max-Age=60", "long=1; Path=/; Expires=Fri, 02-Jan-2026 00:00:00 GMT");

        now = now.plusSeconds(60);
        assertThat(jar.header(LOGIN)).contains("long=1");

        now = now.plusSeconds(24 * 3600);
        assertThat(jar.header(LOGIN)).isEmpty();
    }

    @Test
    void maxAgeCountsMoreThanExpires() {
        keep("a=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT");

        assertThat(jar.header(LOGIN)).isPresent();
    }

    @Test
    void aSecureCookieTravelsSafelyOnly() {
        keep("a=1; Path=/; Secure; SameSite=None");
        assertThat(jar.header(LOGIN)).isPresent();

        Request elsewhere = Request.get("http://acme.my.workfront.example/");
        jar.keep(elsewhere, List.of("a=1; Path=/; Secure"));
        assertThat(jar.header(elsewhere)).isEmpty();
        assertThat(jar.header(Request.get("https://acme.my.workfront.example/")))
                .isPresent();
    }

    private void keep(String... setCookies) {
        jar.keep(LOGIN, List.of(setCookies));
    }
}
