package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * base64url as RFC 7515 has it (contract, section 5): no padding, no {@code +} and {@code /}, no unused bits.
 *
 * <p>One byte string has exactly one spelling, so a JWT that was seen before cannot come back looking like a new one.
 */
public final class Base64Url {

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of this text; empty when it is not their one spelling. */
    public static Optional<byte[]> decode(String text) {
        return canonical(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
    }

    /** The JDK's decoders let missing padding and unused bits pass: encoding again shows them. */
    static Optional<byte[]> canonical(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        byte[] spelling = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] bytes = decoder.decode(spelling);
            return Arrays.equals(encoder.encode(bytes), spelling) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
