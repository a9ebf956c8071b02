package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JWT that is not signed yet, with any header: attackers write more of them than RFC 7515 knows. */
record Jwt(String header, String payload) {

    /** What real clients write (contract, section 10). */
    static Jwt of(ObjectNode claims) {
        return new Jwt("{\"alg\":\"RS256\"}", claims.toString());
    }

    static Jwt of(String algorithm, ObjectNode claims) {
        return new Jwt("{\"alg\":\"" + algorithm + "\"}", claims.toString());
    }

    String signed(PrivateKey key) {
        return signed("SHA256withRSA", key);
    }

    /** Whatever the header says. */
    String signed(String algorithm, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text().getBytes(StandardCharsets.US_ASCII));
            return with(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with what everybody may know. */
    String authenticated(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return with(mac.doFinal(text().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String with(byte[] signature) {
        return text() + "." + base64(signature);
    }

    /**
     * Another spelling of the same bytes: those of a signature by 2048 bits leave four bits of the last character unused,
     * and none of them is set.
     */
    static String withUnusedBits(String jwt) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(jwt.charAt(jwt.length() - 1));
        assertThat(last % 16).isZero();
        String other = jwt.substring(0, jwt.length() - 1) + alphabet.charAt(last + 1);
        assertThat(Base64.getUrlDecoder().decode(signature(other)))
                .isEqualTo(Base64.getUrlDecoder().decode(signature(jwt)));
        return other;
    }

    private static String signature(String jwt) {
        return jwt.substring(jwt.lastIndexOf('.') + 1);
    }

    private String text() {
        return base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(payload.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
