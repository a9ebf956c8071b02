package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;

/**
 * The {@code jwt_token} of an exchange, in compact form (contract, section 5; RFC 7515, 7.1).
 *
 * <p>The algorithm is RS256, whatever the header proposes (RFC 8725, 3.1); {@code kid} and {@code jwk} in the header are
 * not read: the keys come from the application.
 */
public final class JwtAssertion {

    /** Largest JWT that is read, in characters. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final String RS256 = "RS256";

    private final JwtClaims claims;
    private final String signed;
    private final byte[] signature;

    private JwtAssertion(JwtClaims claims, String signed, byte[] signature) {
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** Reads the text; whoever made it is not known yet. */
    public static JwtAssertion read(String text) throws Refused {
        if (text.length() > MAX_LENGTH) {
            throw new Refused(Refusal.OVERSIZED_JWT);
        }
        String[] parts = text.split("\\.", 4);
        if (parts.length != 3) {
            throw new Refused(Refusal.MALFORMED_JWT);
        }
        byte[] signature = bytes(parts[2]);
        JwtPart payload = part(parts[1]);
        requireRs256(part(parts[0]));
        return new JwtAssertion(JwtClaims.of(payload), parts[0] + '.' + parts[1], signature);
    }

    private static JwtPart part(String text) throws Refused {
        return JwtPart.read(bytes(text)).orElseThrow(() -> new Refused(Refusal.MALFORMED_JWT));
    }

    private static byte[] bytes(String text) throws Refused {
        return Base64Url.decode(text).orElseThrow(() -> new Refused(Refusal.MALFORMED_JWT));
    }

    private static void requireRs256(JwtPart header) throws Refused {
        // RFC 7515, 4.1.11: what is critical must be understood, and nothing is.
        if (header.has("crit")) {
            throw new Refused(Refusal.JWT_CRITICAL_HEADER);
        }
        if (!RS256.equals(header.members().get("alg"))) {
            throw new Refused(Refusal.JWT_ALGORITHM);
        }
    }

    /** What it says. */
    public JwtClaims claims() {
        return claims;
    }

    /** Refuses the JWT unless the private key of one of these signed it. */
    public void requireSignatureOf(Collection<? extends RSAPublicKey> keys) throws Refused {
        for (RSAPublicKey key : keys) {
            if (RsaKeySize.isAccepted(key) && isSignedBy(key)) {
                return;
            }
        }
        throw new Refused(Refusal.JWT_SIGNATURE);
    }

    private boolean isSignedBy(RSAPublicKey key) {
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initVerify(key);
            rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
            return rs256.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // A signature of another length than the key's is one way to get here.
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", e);
        }
    }

    @Override
    public String toString() {
        return "JwtAssertion";
    }
}
