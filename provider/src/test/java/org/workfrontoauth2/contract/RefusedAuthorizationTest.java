package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6749, 4.1.2.1. */
class RefusedAuthorizationTest {

    private static final String SAID = "error=unauthorized_client&error_description="
            + "This+client+is+an+OAuth2+application.+Use+the+endpoints+under+%2Fintegrations%2Foauth2.";

    private static RefusedAuthorization withState(Optional<String> state) {
        return new RefusedAuthorization(Refusal.STANDARD_ENDPOINT, state, "https://sso.example/realms/acme");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/cb, ?",
        "https://a.example/cb?tenant=1, &",
        "https://a.example/cb?, ''",
        "https://a.example/cb?tenant=1&, ''"
    })
    void whatTheRedirectUrlHasInItsQueryStays(String redirectUri, String separator) {
        assertThat(withState(Optional.empty()).location(redirectUri))
                .isEqualTo(redirectUri + separator + SAID + "&iss=https%3A%2F%2Fsso.example%2Frealms%2Facme");
    }

    @Test
    void stateComesBackAndAddsNoParameterOfItsOwn() {
        assertThat(withState(Optional.of("a&b=c #\u20ac")).location("https://a.example/cb"))
                .contains("&state=a%26b%3Dc+%23%E2%82%AC&iss=");
    }
}
