package org.workfrontoauth2.keycloak.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.AuthorizationAnswer;
import org.workfrontoauth2.contract.Organisation;
import org.workfrontoauth2.contract.RedirectUrl;
import org.workfrontoauth2.contract.RedirectUrls;

/**
 * Contract, section 2: every redirect URL that can be registered comes back exactly, with the answer behind it, from what
 * Keycloak builds redirects with (its {@code OIDCRedirectUriBuilder}).
 */
class ComesBackTest {

    private static final int ROUNDS = 20_000;
    private static final AuthorizationAnswer ANSWER = new AuthorizationAnswer(
            new Organisation("acme", "my"), Optional.of("https://acme.my.workfront.example"), Optional.of("s t&a"));
    private static final String OURS =
            "code=a.b.c&state=s+t%26a&domain=acme&lane=my&iss=https%3A%2F%2Facme.my.workfront.example";
    private static final String DENIED =
            "error=access_denied&state=s+t%26a&domain=acme&lane=my&iss=https%3A%2F%2Facme.my.workfront.example";

    private static final List<String> SCHEMES = List.of(
            "https", "http", "HTTPS", "Http", "com.example.app", "my-app", "x+y.z", "urn", "a1", "javascript", "data");
    private static final List<String> HOSTS = List.of(
            "app.example",
            "APP.example.",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "[2001:db8::1]",
            "a_b",
            "",
            "x",
            "me@x",
            "%41",
            "é");
    private static final List<String> PORTS =
            List.of("", "", "", ":80", ":443", ":9999", ":", ":08", ":70000", ":1", ":x");
    private static final List<String> PIECES = List.of(
            "a",
            "cb",
            "/",
            "//",
            ".",
            "..",
            "%2e",
            "%2E",
            "%7e",
            "%7E",
            "%2F",
            "%zz",
            "%",
            "%ff",
            "%00",
            "%0d%0a",
            "+",
            "~",
            "-",
            "_",
            "!",
            "$",
            "$1",
            "\\",
            "'",
            "(",
            ")",
            ",",
            ";",
            ":",
            "@",
            "=",
            "&",
            "?",
            "[",
            "]",
            "[]",
            "{",
            "}",
            "{a}",
            "|",
            "^",
            "`",
            "\"",
            "<",
            ">",
            " ",
            "\t",
            "\n",
            "é",
            "콜",
            "\ud83d\udcc8",
            "#",
            "*",
            "code",
            "state",
            "iss",
            "domain",
            "a=1",
            "&b=2",
            "&&",
            "x=%26y",
            "c%6fde=1",
            "_resteasy_uri_parameter");

    private final Random random = new Random(20261128);

    @ParameterizedTest
    @EnumSource(names = {"SINGLE_PAGE", "WEB"})
    void whatCanBeRegisteredComesBackLiterally(ApplicationType type) {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String url = url();
            if (RedirectUrl.problem(url, type, "They").isEmpty()) {
                registered.add(url);
                assertComesBack(url, "code", "a.b.c", OURS);
                assertComesBack(url, "error", "access_denied", DENIED);
            }
        }

        assertThat(registered).as("some are taken").hasSizeGreaterThan(1000);
        assertThat(registered).as("with a query, too").anyMatch(url -> url.contains("?"));
    }

    /** The URL that was asked for is the one that comes back: with its port. */
    @Test
    void loopbackUrlsComeBackWithThePortThatWasAskedFor() {
        int asked = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String address = random.nextBoolean() ? "http://127.0.0.1" : "http://[::1]";
            String rest = "/" + pieces();
            String url = address + ":" + random.nextInt(70_000) + rest;
            RedirectUrls urls = new RedirectUrls(ApplicationType.SINGLE_PAGE, Set.of(address + rest));
            if (RedirectUrl.problem(address + rest, ApplicationType.SINGLE_PAGE, "They")
                            .isEmpty()
                    && urls.include(url)) {
                asked++;
                assertComesBack(url, "code", "a.b.c", OURS);
            }
        }

        assertThat(asked).isGreaterThan(500);
    }

    private static void assertComesBack(String url, String name, String value, String expected) {
        URI location = KeycloakUriBuilder.fromUri(url)
                .queryParam(name, value)
                .queryParam("session_state", "x")
                .queryParam("iss", "https://keycloak.example/realms/acme")
                .build();

        assertThat(AuthorizationAnswer.leadsTo(location.toString(), url))
                .as(url)
                .isTrue();
        String answer = ANSWER.complete(location.toString(), url);
        assertThat(URI.create(answer).toString()).as(url).isEqualTo(url + (url.contains("?") ? "&" : "?") + expected);
        assertThat(AuthorizationAnswer.code(answer).isPresent()).as(url).isEqualTo(name.equals("code"));
    }

    private String url() {
        String scheme = random.nextBoolean() ? "https" : any(SCHEMES);
        return switch (random.nextInt(6)) {
            case 0 -> scheme + ":" + pieces();
            case 1 -> scheme + ":/" + pieces();
            default ->
                scheme + "://" + (random.nextBoolean() ? "app.example" : any(HOSTS)) + any(PORTS)
                        + (random.nextBoolean() ? "/" : "") + pieces() + (random.nextBoolean() ? "" : "?" + pieces());
        };
    }

    private String pieces() {
        StringBuilder text = new StringBuilder();
        // Most of them are harmless, or nothing of any length would be taken.
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(random.nextInt(8) > 0 ? any(PIECES.subList(0, 3)) : any(PIECES));
        }
        return text.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
