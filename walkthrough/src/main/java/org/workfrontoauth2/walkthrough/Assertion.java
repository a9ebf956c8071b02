package org.workfrontoauth2.walkthrough;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Signs what a machine to machine application says (contract, section 5): {@code iss}, {@code sub} and {@code exp}. */
public final class Assertion {

    private final PrivateKey key;

    private Assertion(PrivateKey key) {
        this.key = key;
    }

    /** With the private key that was downloaded: PKCS#8 PEM. */
    public static Assertion with(String privateKey) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(privateKey.replaceAll("-----[A-Z ]+-----", ""));
            return new Assertion(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a PKCS#8 PEM of an RSA key", e);
        }
    }

    /** A JWT that is good for this long from now. */
    public String sign(String customerId, String wid, Duration life) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", customerId);
        claims.put("sub", wid);
        claims.put("exp", Instant.now().plus(life).getEpochSecond());
        return sign(claims);
    }

    /** A JWT with any claims. */
    public String sign(ObjectNode claims) {
        String signed = base64("{\"alg\":\"RS256\"}") + "." + base64(claims.toString());
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initSign(key);
            rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(rs256.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
