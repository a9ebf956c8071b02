package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 3: what is left to answer with when a form is sent twice. */
class LoginTicketTest {

    private static final String ISSUER = "https://acme.preview.workfront.example";

    @ParameterizedTest
    @ValueSource(strings = {"s", "", "\n", "a\nb\nc", "workfront\nx", "한국어 😀"})
    void issuerAndStateComeBackToTheLetter(String state) {
        LoginTicket ticket = new LoginTicket(ISSUER, Optional.of(state));

        assertThat(LoginTicket.read(ticket.text())).contains(ticket);
    }

    @Test
    void stateThatWasNotSentDoesNotComeBack() {
        LoginTicket ticket = new LoginTicket(ISSUER, Optional.empty());

        assertThat(LoginTicket.read(ticket.text())).contains(ticket);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "s", "workfront", "https://acme.preview.workfront.example\ns"})
    void otherTextsAreNone(String text) {
        assertThat(LoginTicket.read(text)).isEmpty();
    }
}
