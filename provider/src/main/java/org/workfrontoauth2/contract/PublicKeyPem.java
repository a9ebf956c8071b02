package org.workfrontoauth2.contract;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key of a machine to machine application (contract, section 2).
 *
 * <p>Only the key of a certificate is kept. An administrator vouches for it, so its issuer and signature do not matter.
 * Nothing is kept of a text that contains a private key, and no exception repeats any of it.
 */
public record PublicKeyPem(RSAPublicKey key) {

    public static final int MAX_LENGTH = 16 * 1024;
    private static final String PUBLIC_KEY = "PUBLIC KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    /**
     * Reads what an administrator adds: a PEM public key, or a certificate that is valid now, perhaps with text around it.
     */
    public static PublicKeyPem read(String text, Instant now) throws AdministrationRefused {
        if (text.length() > MAX_LENGTH) {
            throw AdministrationRefusal.TOO_LARGE.because(Sentence.PEM_LARGE);
        }
        if (PrivateKeyText.isIn(text)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.PEM_PRIVATE);
        }
        Pem pem = Pem.read(text).orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.PEM_ONE));
        if (!pem.label().equals(PUBLIC_KEY) && !pem.label().equals(CERTIFICATE)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.PEM_ONE);
        }
        byte[] bytes =
                pem.bytes().orElseThrow(() -> AdministrationRefusal.INVALID_REQUEST.because(Sentence.PEM_MALFORMED));
        PublicKeyPem read = pem.label().equals(CERTIFICATE) ? ofCertificate(bytes, now) : ofPublicKey(bytes);
        if (!RsaKeySize.isAccepted(read.key())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.KEY_SIZE);
        }
        return read;
    }

    /**
     * Reads a key that was added before, of whatever size was accepted then; {@link JwtAssertion} decides which it uses.
     *
     * @return empty when it cannot be read any more
     */
    public static Optional<PublicKeyPem> stored(String pem) {
        try {
            Optional<byte[]> bytes = Pem.read(pem)
                    .filter(block -> block.label().equals(PUBLIC_KEY))
                    .flatMap(Pem::bytes);
            return bytes.isPresent() ? Optional.of(ofPublicKey(bytes.get())) : Optional.empty();
        } catch (AdministrationRefused unreadable) {
            return Optional.empty();
        }
    }

    private static PublicKeyPem ofPublicKey(byte[] bytes) throws AdministrationRefused {
        try {
            if (rsa().generatePublic(new X509EncodedKeySpec(bytes)) instanceof RSAPublicKey key) {
                PublicKeyPem read = of(key);
                // Anything but the plain encoding carries something along that is not the key.
                if (Arrays.equals(read.bytes(), bytes)) {
                    return read;
                }
            }
        } catch (InvalidKeySpecException e) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.KEY_NOT_RSA);
        }
        throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.KEY_NOT_RSA);
    }

    private static PublicKeyPem ofCertificate(byte[] bytes, Instant now) throws AdministrationRefused {
        X509Certificate certificate = certificate(bytes);
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.CERTIFICATE_EXPIRED);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.CERTIFICATE_FUTURE);
        }
        // Keys for RSASSA-PSS only are RSA keys to Java, but must not sign RS256.
        if (certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getAlgorithm().equals("RSA")) {
            return of(key);
        }
        throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.KEY_NOT_RSA);
    }

    private static X509Certificate certificate(byte[] bytes) throws AdministrationRefused {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCertificate(new ByteArrayInputStream(bytes)) instanceof X509Certificate certificate
                    && Arrays.equals(certificate.getEncoded(), bytes)) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.CERTIFICATE_UNREADABLE);
        }
        throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.CERTIFICATE_UNREADABLE);
    }

    /** The same key, encoded in the one plain way: equal keys have equal identifiers. */
    static PublicKeyPem of(RSAPublicKey key) {
        try {
            RSAPublicKeySpec numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new PublicKeyPem((RSAPublicKey) rsa().generatePublic(numbers));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("The numbers come from a key", e);
        }
    }

    private static KeyFactory rsa() {
        try {
            return KeyFactory.getInstance("RSA");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** The SubjectPublicKeyInfo (RFC 5280, 4.1). */
    private byte[] bytes() {
        return key.getEncoded();
    }

    /** PEM with the label {@code PUBLIC KEY}, whatever it was read from. */
    public String pem() {
        return Pem.write(PUBLIC_KEY, bytes());
    }

    /** The JWK thumbprint (RFC 7638): the same for the same key, in every library. */
    public String kid() {
        String jwk = "{\"e\":\"" + number(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus()) + "\"}";
        return Base64Url.encode(Digest.sha256(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    /** RFC 7518, 2: big-endian, without a leading zero byte. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64Url.encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /**
     * {@code SHA256:} and pairs of upper case hexadecimal digits with colons, over the SubjectPublicKeyInfo: what
     * {@code openssl pkey -pubin -outform der | openssl dgst -sha256 -c} prints.
     */
    public String fingerprint() {
        return "SHA256:" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(Digest.sha256(bytes()));
    }

    @Override
    public String toString() {
        return "PublicKeyPem " + kid();
    }
}
