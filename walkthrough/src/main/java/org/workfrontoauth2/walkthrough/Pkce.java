package org.workfrontoauth2.walkthrough;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A code verifier and what is shown of it beforehand (RFC 7636; contract, section 7). */
public record Pkce(String verifier) {

    private static final int BYTES = 32;

    public static Pkce fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Pkce(base64Url(bytes));
    }

    public String challenge() {
        try {
            return base64Url(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** What goes into the authorization request. */
    public Map<String, String> parameters() {
        return Map.of("code_challenge", challenge(), "code_challenge_method", "S256");
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
