package org.workfrontoauth2.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a login carries along. If a form is sent twice, the login no longer exists the second time, and
 * the response can use only this (contract, section 3: {@code iss} and {@code state} on every answer).
 *
 * @param issuer the server that responds (RFC 9207). It comes back from a browser, so it must be checked
 * @param state the application's state, exactly as it was sent
 */
public record LoginTicket(String issuer, Optional<String> state) {

    private static final String MARK = "workfront\n";

    /** Reads it; empty when this is something else, such as the state of an ordinary client. */
    public static Optional<LoginTicket> read(@Nullable String text) {
        if (text == null || !text.startsWith(MARK)) {
            return Optional.empty();
        }
        String rest = text.substring(MARK.length());
        int end = rest.indexOf('\n');
        return Optional.of(
                end < 0
                        ? new LoginTicket(rest, Optional.empty())
                        : new LoginTicket(rest.substring(0, end), Optional.of(rest.substring(end + 1))));
    }

    /** As pages carry it. */
    public String text() {
        return MARK + issuer + state.map(sent -> "\n" + sent).orElse("");
    }
}
