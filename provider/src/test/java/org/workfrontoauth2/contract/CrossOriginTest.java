package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** Contract, section 7: CORS for the origins of an application's redirect URLs ({@link RedirectUrlsTest}). */
class CrossOriginTest {

    @Test
    void answersAreReadableByThatOriginAndWithoutCredentials() {
        assertThat(CrossOrigin.answer("https://app.example"))
                .containsExactly(entry("Access-Control-Allow-Origin", "https://app.example"));
    }

    @Test
    void preflightsAllowWhatTheEndpointsNeed() {
        assertThat(CrossOrigin.preflight("https://app.example"))
                .containsExactly(
                        entry("Access-Control-Allow-Origin", "https://app.example"),
                        entry("Access-Control-Allow-Methods", "POST, OPTIONS"),
                        entry("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, X-Requested-With"),
                        entry("Access-Control-Max-Age", "3600"));
    }
}
