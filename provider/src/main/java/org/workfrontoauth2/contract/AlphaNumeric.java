package org.workfrontoauth2.contract;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Bytes as letters and digits, in a length that depends on the number of bytes only.
 *
 * <p>Session IDs travel in headers, query strings and cookies unescaped, so base64url's {@code -} and {@code _} are out
 * (contract, section 4). One byte string has exactly one spelling: a token cannot be disguised as another one.
 */
final class AlphaNumeric {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private AlphaNumeric() {}

    /** How many characters this many bytes take. */
    static int length(int bytes) {
        return (int) Math.ceil(bytes * 8 / (Math.log(DIGITS.length()) / Math.log(2)));
    }

    static String encode(byte[] bytes) {
        char[] text = new char[length(bytes.length)];
        BigInteger rest = new BigInteger(1, bytes);
        for (int i = text.length - 1; i >= 0; i--) {
            BigInteger[] quotient = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(quotient[1].intValue());
            rest = quotient[0];
        }
        return new String(text);
    }

    /** The bytes of this text; empty when it is not the spelling of that many bytes. */
    static Optional<byte[]> decode(String text, int bytes) {
        if (text.length() != length(bytes)) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        if (value.bitLength() > bytes * 8) {
            return Optional.empty();
        }
        byte[] magnitude = value.toByteArray();
        byte[] result = new byte[bytes];
        int from = Math.max(0, magnitude.length - bytes);
        int count = magnitude.length - from;
        System.arraycopy(magnitude, from, result, bytes - count, count);
        return Optional.of(result);
    }
}
