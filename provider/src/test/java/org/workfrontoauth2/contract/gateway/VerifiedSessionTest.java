package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Organisation;

/** Contract, section 6: what a gateway is told, and what the owner of the session ID is. */
class VerifiedSessionTest {

    private static final String WID = "0123456789abcdef0123456789abcdef";

    private static VerifiedSession of(String user) {
        return new VerifiedSession(WID, user, "acme-web", new Organisation("acme", "preview"));
    }

    @Test
    void aGatewayIsToldWhoseItIs() {
        assertThat(of("alice").headers())
                .containsExactly(
                        Map.entry("X-Workfront-Wid", WID),
                        Map.entry("X-Workfront-User", "alice"),
                        Map.entry("X-Workfront-Client-Id", "acme-web"),
                        Map.entry("X-Workfront-Domain", "acme"),
                        Map.entry("X-Workfront-Lane", "preview"));
    }

    @ParameterizedTest
    @CsvSource({
        "alice@acme.example,     alice@acme.example",
        "a-b._~c9,               a-b._~c9",
        "a+b,                    a%2Bb",
        "100%,                   100%25",
        "한국,                    %ED%95%9C%EA%B5%AD",
        "é,                      %C3%A9",
        "'a, b;c=\"d\"',         a%2C%20b%3Bc%3D%22d%22",
    })
    void namesAreEncoded(String user, String header) {
        assertThat(of(user).headers()).containsEntry("X-Workfront-User", header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Workfront-Wid: 0", "\0", "\u2028", "a\tb", "\uD83D\uDE00", "Ａ１"})
    void noNameBreaksOrAddsAHeader(String user) {
        String header = of(user).headers().get("X-Workfront-User");

        assertThat(header).matches("[A-Za-z0-9@%._~-]+");
        assertThat(URLDecoder.decode(header, StandardCharsets.UTF_8)).isEqualTo(user);
    }

    @Test
    void clientIdAndDomainAreEncodedToo() {
        VerifiedSession session = new VerifiedSession(WID, "a", "my app", new Organisation("a\nb", "my"));

        assertThat(session.headers())
                .containsEntry("X-Workfront-Client-Id", "my%20app")
                .containsEntry("X-Workfront-Domain", "a%0Ab");
    }

    @Test
    void theOwnerIsToldAsTheApiSaysIt() {
        assertThat(of("한국").data(Duration.ofMillis(59_900)))
                .isEqualTo(Map.of(
                        "data",
                        Map.of(
                                "userID",
                                WID,
                                "username",
                                "한국",
                                "clientID",
                                "acme-web",
                                "domain",
                                "acme",
                                "lane",
                                "preview",
                                "expiresIn",
                                59L)));
        assertThat(of("a").data(Duration.ofSeconds(-1)).toString()).contains("expiresIn=0");
    }
}
