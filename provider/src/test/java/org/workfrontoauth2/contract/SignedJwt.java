package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JWTs, good ones and bad ones. */
final class SignedJwt {

    static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    static final String CLAIMS = "{\"iss\":\"customer\",\"sub\":\"user\",\"exp\":1800000000}";

    private static final KeyPair ALICE = pair(2048);
    private static final KeyPair BOB = pair(2048);

    private SignedJwt() {}

    static RSAPublicKey keyOfAlice() {
        return (RSAPublicKey) ALICE.getPublic();
    }

    static RSAPublicKey keyOfBob() {
        return (RSAPublicKey) BOB.getPublic();
    }

    static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What alice signs as it should be. */
    static String of(String claims) {
        return of(HEADER, claims, "SHA256withRSA", ALICE);
    }

    static String of(String header, String claims, String algorithm, KeyPair pair) {
        try {
            String signed = part(header) + '.' + part(claims);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + '.' + Base64Url.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String withHeader(String header) {
        return of(header, CLAIMS, "SHA256withRSA", ALICE);
    }

    /** A MAC under something that everybody knows. */
    static String hs256(String secret) {
        try {
            String signed = part("{\"alg\":\"HS256\"}") + '.' + part(CLAIMS);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + '.' + Base64Url.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with SHA-384, whatever the header says. */
    static String sha384(String header) {
        return of(header, CLAIMS, "SHA384withRSA", ALICE);
    }

    static String byBob() {
        return of(HEADER, CLAIMS, "SHA256withRSA", BOB);
    }

    static String part(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }
}
