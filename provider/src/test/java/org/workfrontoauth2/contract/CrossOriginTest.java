package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 7: CORS for the origins of an application's redirect URLs ({@link RedirectUrlsTest}). */
class CrossOriginTest {

    private static final String USUAL = "Authorization, Content-Type, Accept, X-Requested-With";

    @Test
    void answersAreReadableByThatOriginAndWithoutCredentials() {
        assertThat(CrossOrigin.answer("https://app.example"))
                .containsExactly(entry("Access-Control-Allow-Origin", "https://app.example"));
    }

    @Test
    void preflightsAllowWhatTheEndpointsNeed() {
        assertThat(CrossOrigin.preflight("https://app.example", List.of()))
                .containsExactly(
                        entry("Access-Control-Allow-Origin", "https://app.example"),
                        entry("Access-Control-Allow-Methods", "POST, OPTIONS"),
                        entry("Access-Control-Allow-Headers", USUAL),
                        entry("Access-Control-Max-Age", "3600"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "content-type,traceparent", "a, b ,c", "x-B3-TraceId", "!#$%&'*+.^_`|~-"})
    void preflightsAllowWhateverHeadersAreAskedFor(String requested) {
        assertThat(allowedFor(requested)).isEqualTo(requested);
    }

    @Test
    void severalLinesOfHeadersAreOne() {
        assertThat(allowedFor("a,b", "c")).isEqualTo("a,b,c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "a,", "a,,b", "a b", "a:b", "\"a\"", "a\nb", "a\r\nSet-Cookie: x", "\u00e9", "(a)"
            })
    void whatIsNoNameOfAHeaderDoesNotComeBack(String requested) {
        assertThat(allowedFor(requested)).isEqualTo(USUAL);
    }

    @Test
    void soLongAListDoesNotComeBack() {
        assertThat(allowedFor("a".repeat(1024))).hasSize(1024);
        assertThat(allowedFor("a".repeat(1025))).isEqualTo(USUAL);
        assertThat(allowedFor("a,".repeat(50_000))).isEqualTo(USUAL);
    }

    private static String allowedFor(String... requested) {
        return CrossOrigin.preflight("https://app.example", List.of(requested)).get("Access-Control-Allow-Headers");
    }
}
