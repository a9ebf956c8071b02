package org.workfrontoauth2.contract.registration;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The algorithms of keys that have a public half (RFC 7518, 3.1; RFC 8037, 3.1). A statement is never signed with a
 * shared secret.
 */
enum StatementAlgorithm {
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA"),
    PS256("SHA-256", 32),
    PS384("SHA-384", 48),
    PS512("SHA-512", 64),
    ES256("SHA256withECDSAinP1363Format"),
    ES384("SHA384withECDSAinP1363Format"),
    ES512("SHA512withECDSAinP1363Format"),
    EDDSA("EdDSA");

    private final String name;
    private final Optional<PSSParameterSpec> parameters;

    StatementAlgorithm(String name) {
        this.name = name;
        this.parameters = Optional.empty();
    }

    /** RFC 7518, 3.5: the salt is as long as the hash. */
    StatementAlgorithm(String hash, int saltBytes) {
        this.name = "RSASSA-PSS";
        this.parameters = Optional.of(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltBytes, 1));
    }

    /** The algorithm with this name in a header. Empty if it is not one of these. */
    static Optional<StatementAlgorithm> of(String alg) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.alg().equals(alg))
                .findFirst();
    }

    /** Its name in a header. */
    String alg() {
        return this == EDDSA ? "EdDSA" : name();
    }

    byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = signature();
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key is of another algorithm than " + alg(), e);
        }
    }

    /** Whether the private half of this key signed this text. */
    boolean isSigned(PublicKey key, byte[] text, byte[] signed) {
        try {
            Signature signature = signature();
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A key of another kind, or a signature of another length than the key's.
            return false;
        }
    }

    private Signature signature() {
        try {
            Signature signature = Signature.getInstance(name);
            if (parameters.isPresent()) {
                signature.setParameter(parameters.get());
            }
            return signature;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Every Java platform since 16 has " + name, e);
        }
    }
}
