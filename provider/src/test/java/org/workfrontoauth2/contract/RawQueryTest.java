package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawQueryTest {

    /** Browsers send most of these as they are (URL Standard, query percent-encode set), programs all of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state={x:1}",
                "state=a|b",
                "state=a^b`c\\d",
                "state=<a>\"b\"",
                "state=a b",
                "state=\u00e9\u0085\u00a0",
                "state=\ud55c\ud83d\ude00",
                "a[]=[1]&state='x'"
            })
    void whatIsInNoUriIsEscapedAndMeansTheSame(String query) {
        URI redirect = URI.create("https://acme.example/?" + RawQuery.escaped(query));

        assertThat(Parameters.ofForm(redirect.getRawQuery())).isEqualTo(Parameters.ofForm(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=x%2By", "state=%7bx%7D&state=a+b&&=", "redirect_uri=https://app.example/cb?a=1"})
    void everythingElseStaysAsItWasSent(String query) {
        assertThat(RawQuery.escaped(query)).isEqualTo(query);
    }

    @Test
    void nothingEndsTheLineOfAHeader() {
        assertThat(RawQuery.escaped("state=a\r\nSet-Cookie: b")).isEqualTo("state=a%0D%0ASet-Cookie:%20b");
    }
}
