package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks whether a code verifier belongs to a challenge (contract, section 7; RFC 7636, 4.1 and 4.6). */
final class CodeVerifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeVerifier() {}

    /**
     * What is wrong with the verifier.
     *
     * @param challenge the S256 challenge of the authorization request, if it carried one
     * @param verifier the verifier of the token request, if it carries one
     */
    static Optional<Refusal> refusal(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty()) {
            return verifier.map(unexpected -> Refusal.UNEXPECTED_VERIFIER);
        }
        if (verifier.isEmpty()) {
            return Optional.of(Refusal.MISSING_VERIFIER);
        }
        if (!FORM.matcher(verifier.get()).matches()) {
            return Optional.of(Refusal.MALFORMED_VERIFIER);
        }
        return Digest.same(challenge.get(), challenge(verifier.get()))
                ? Optional.empty()
                : Optional.of(Refusal.WRONG_VERIFIER);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digest.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
