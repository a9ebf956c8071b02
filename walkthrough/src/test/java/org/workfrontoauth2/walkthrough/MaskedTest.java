package org.workfrontoauth2.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void shortensTokensInAnswers() {
        assertThat(Masked.text("{\"token_type\":\"sessionID\",\"access_token\":\"abcdefghijklmnopqrstuvwxyz\"}"))
                .isEqualTo("{\"token_type\":\"sessionID\",\"access_token\":\"abcdef…(26)\"}");
    }

    @Test
    void shortensCodesInAddresses() {
        assertThat(Masked.text("http://localhost:9999/callback?code=abcdefghijkl$1&domain=acme"))
                .isEqualTo("http://localhost:9999/callback?code=abcdef…(14)&domain=acme");
    }

    @Test
    void leavesTheRestAlone() {
        assertThat(Masked.text("state=x&code_challenge=abcdefghijklmnopqrstuvwxyz"))
                .isEqualTo("state=x&code_challenge=abcdefghijklmnopqrstuvwxyz");
    }
}
