package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a code can be exchanged (contract, sections 3, 4 and 7; RFC 6749, 4.1.3). If it cannot, it no longer
 * works, and everything that was issued for it ends (RFC 6749, 4.1.2).
 *
 * @param type of the application that presents the code
 * @param code what was recorded when the code was issued
 * @param redirectUri the redirect URL of the token request
 * @param verifier the code verifier of the token request, if it carries one
 */
public record Redemption(ApplicationType type, Code code, String redirectUri, Optional<String> verifier) {

    /** How long a code is valid. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(2);

    /**
     * A code as the server knows it.
     *
     * @param handedOutAt when it was handed out
     * @param redeemed whether it was redeemed before
     * @param redirectHash SHA-256 of the redirect URL that it was sent to; empty once it has been redeemed
     * @param challenge the S256 challenge of the authorization request, if it carried one
     * @param stillRegistered whether that redirect URL is still one of the application's
     * @param loggedIn whether the user's login, in which the code was handed out, goes on
     */
    public record Code(
            Instant handedOutAt,
            boolean redeemed,
            Optional<String> redirectHash,
            Optional<String> challenge,
            boolean stillRegistered,
            boolean loggedIn) {}

    /** How a redirect URL is written down. */
    public static String hash(String redirectUri) {
        return Digest.sha256Hex(redirectUri);
    }

    /** Why the code is not redeemed; empty: it is. */
    public Optional<Refusal> refusal(Instant now) {
        if (code.redeemed() || code.redirectHash().isEmpty()) {
            return Optional.of(Refusal.INVALID_CODE);
        }
        if (now.isAfter(code.handedOutAt().plus(CODE_LIFE))) {
            return Optional.of(Refusal.EXPIRED_CODE);
        }
        if (!code.loggedIn()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        if (!Digest.same(code.redirectHash().get(), hash(redirectUri))) {
            return Optional.of(Refusal.OTHER_REDIRECT_URI);
        }
        // It may have been removed since: then it was not the application that got the code.
        if (!code.stillRegistered()) {
            return Optional.of(Refusal.INVALID_CODE);
        }
        // Whatever way the code was handed out (RFC 9700, 2.1.1).
        if (type == ApplicationType.SINGLE_PAGE && code.challenge().isEmpty()) {
            return Optional.of(Refusal.CODE_WITHOUT_CHALLENGE);
        }
        return CodeVerifier.refusal(code.challenge(), verifier);
    }
}
