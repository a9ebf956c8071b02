package org.workfrontoauth2.contract;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects a private key in what should be a public one. The sender is told, because the private key was sent over the
 * network.
 *
 * <p>It recognises every kind of PEM, with any spacing, PuTTY's and SSH's files, the numbers that OpenSSL prints, and
 * JSON Web Keys. If the lines around the key are missing, it recognises the key's first bytes. A text that only
 * mentions private keys, such as a certificate with a "Private Key Usage Period", is not one.
 */
final class PrivateKeyText {

    private static final Pattern SIGN = Pattern.compile(
            "(BEGIN|END)[\\s_-]{1,9}([A-Z0-9]{1,12}[\\s_]{1,9}){0,3}PRIVATE[\\s_-]{0,9}KEY"
                    + "|PRIVATE-(LINES|MAC|KEY)\\s{0,9}:"
                    + "|\\b(privateExponent|exponent1|coefficient)\\s{0,9}:"
                    + "|<InverseQ>"
                    + "|\"d\"\\s{0,9}:\\s{0,9}\""
                    + "|b3BlbnNzaC1rZXktdjE",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BASE64 = Pattern.compile("(?<![A-Za-z0-9+/])M[A-Za-z0-9+/]{15}");

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private PrivateKeyText() {}

    static boolean isIn(String text) {
        return SIGN.matcher(text).find() || hasBytesOfOne(Pem.around(text));
    }

    private static boolean hasBytesOfOne(String text) {
        Matcher base64 = BASE64.matcher(text);
        while (base64.find()) {
            if (beginsWithVersion(Base64.getDecoder().decode(base64.group()))) {
                return true;
            }
        }
        return false;
    }

    /** A private key begins with its version (RFC 5208, 5; RFC 8017, A.1.2; RFC 5915, 3), public keys and certificates do not. */
    private static boolean beginsWithVersion(byte[] der) {
        int lengthBytes = der[1] < 0 ? der[1] & 0x7f : 0;
        int first = 2 + lengthBytes;
        return der[0] == SEQUENCE
                && lengthBytes <= 2
                && der[first] == INTEGER
                && der[first + 1] == 1
                && (der[first + 2] == 0 || der[first + 2] == 1);
    }
}
