package org.workfrontoauth2.contract;

import java.security.interfaces.RSAPublicKey;

/** RSA keys of 2048 bits at least (contract, section 2; RFC 7518, 3.3), and no larger than the platform reads. */
final class RsaKeySize {

    private static final int LEAST = 2048;

    /** Checking a signature takes longer with every bit. */
    private static final int MOST = 16384;

    private RsaKeySize() {}

    static boolean isAccepted(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= LEAST && bits <= MOST;
    }
}
