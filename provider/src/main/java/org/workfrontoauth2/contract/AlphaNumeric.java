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
    private static final int BASE = DIGITS.length();

    /** As many digits as a long holds: large numbers are slow to divide. */
    private static final int AT_ONCE = 10;

    private static final BigInteger LARGE_BASE = BigInteger.valueOf(BASE).pow(AT_ONCE);

    private AlphaNumeric() {}

    /** How many characters this many bytes take. */
    static int length(int bytes) {
        return (int) Math.ceil(bytes * 8 / (Math.log(DIGITS.length()) / Math.log(2)));
    }

    static String encode(byte[] bytes) {
        char[] text = new char[length(bytes.length)];
        BigInteger rest = new BigInteger(1, bytes);
        for (int end = text.length; end > 0; end -= AT_ONCE) {
            BigInteger[] quotient = rest.divideAndRemainder(LARGE_BASE);
            long digits = quotient[1].longValue();
            for (int i = end - 1; i >= Math.max(0, end - AT_ONCE); i--) {
                text[i] = DIGITS.charAt((int) (digits % BASE));
                digits /= BASE;
            }
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
        int start = 0;
        for (int end = text.length() % AT_ONCE; end <= text.length(); end += AT_ONCE) {
            long digits = 0;
            for (int i = start; i < end; i++) {
                int digit = DIGITS.indexOf(text.charAt(i));
                if (digit < 0) {
                    return Optional.empty();
                }
                digits = digits * BASE + digit;
            }
            value = value.multiply(LARGE_BASE).add(BigInteger.valueOf(digits));
            start = end;
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
