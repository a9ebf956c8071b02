package org.workfrontoauth2.contract;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;

/**
 * A key pair made for an administrator, who downloads the private key once (contract, section 2).
 *
 * @param publicKey what is kept
 * @param privateKey PKCS#8 PEM, shown once and stored nowhere
 */
public record KeyPairPem(PublicKeyPem publicKey, String privateKey) {

    /**
     * As many as Workfront's own documentation uses. Clients sign once for every API call, and a signature with 3072 bits
     * takes about three times as long; who wants more adds a key of their own.
     */
    private static final int BITS = 2048;

    /** A new one. */
    public static KeyPairPem generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new KeyPairPem(
                    PublicKeyPem.of((RSAPublicKey) pair.getPublic()),
                    Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    @Override
    public String toString() {
        return "KeyPairPem " + publicKey.kid();
    }
}
