package org.workfrontoauth2.server.administration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key pair of whoever runs a machine to machine application. */
record RsaKey(KeyPair pair) {

    static RsaKey fresh() {
        return ofBits(2048);
    }

    static RsaKey ofBits(int bits) {
        return new RsaKey(generate("RSA", bits));
    }

    static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicPem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    String privatePem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    static String pem(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** The bytes of one PEM block. */
    static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z0-9 ]+-----", ""));
    }

    static PrivateKey privateKey(String pkcs8) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a PKCS#8 PEM of an RSA key", e);
        }
    }

    /** As {@code openssl dgst -sha256 -c} writes it, with {@code SHA256:} before it. */
    String fingerprint() {
        return "SHA256:"
                + HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(sha256(pair.getPublic().getEncoded()));
    }

    /** RFC 7638. */
    String thumbprint() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        String jwk = "{\"e\":\"" + number(key.getPublicExponent().toByteArray()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus().toByteArray()) + "\"}";
        return base64(sha256(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    private static String number(byte[] bytes) {
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
