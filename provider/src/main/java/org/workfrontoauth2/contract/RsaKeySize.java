package org.workfrontoauth2.contract;

import java.security.interfaces.RSAPublicKey;

/**
 * RSA keys of 2048 to 4096 bits (contract, section 2; RFC 7518, 3.3). Checking a signature takes longer with every bit
 * of the key and its exponent, and anyone with a client secret can have one checked.
 */
final class RsaKeySize {

    private static final int LEAST = 2048;
    private static final int MOST = 4096;

    /** Nearly all keys have 65537, which is 17 bits. */
    private static final int LONGEST_EXPONENT = 64;

    private RsaKeySize() {}

    static boolean isAccepted(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= LEAST && bits <= MOST && key.getPublicExponent().bitLength() <= LONGEST_EXPONENT;
    }
}
