package org.workfrontoauth2.contract.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.workfrontoauth2.contract.Base64Url;
import org.workfrontoauth2.contract.JwtPart;

/**
 * A software statement (RFC 7591, 2.3): a JWT without an end date that says which registered application an app is. The realm
 * signs other JWTs with the same keys, so the type in the header tells them apart (RFC 8725, 3.11).
 *
 * <p>What a client may do is not read from here but from the registered application as it is now.
 *
 * @param keyId which key of the realm signed it, as it says
 * @param algorithm with which algorithm, as it says
 * @param softwareId the ID of the registered application
 * @param statementId the {@code jti}: the registered application's, too
 * @param signed what was signed
 * @param signature the signature, in base64url
 */
public record SoftwareStatement(
        String keyId, String algorithm, String softwareId, String statementId, String signed, String signature) {

    /** The {@code typ} of the header. */
    public static final String TYPE = "software-statement+jwt";

    /** The algorithms of keys that have a public half (RFC 7518, 3.1; RFC 8037, 3.1). */
    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    private static final int MAX_LENGTH = 8 * 1024;
    private static final int MAX_ID = 255;

    /** Reads the text; whoever made it is not known yet. */
    public static SoftwareStatement read(String text) throws RegistrationRefused {
        if (text.length() > MAX_LENGTH) {
            throw new RegistrationRefused(RegistrationRefusal.OVERSIZED_PARAMETER);
        }
        String[] parts = text.split("\\.", 4);
        if (parts.length != 3) {
            throw malformed();
        }
        JwtPart header = part(parts[0]);
        JwtPart payload = part(parts[1]);
        if (Base64Url.decode(parts[2]).isEmpty()) {
            throw malformed();
        }
        String algorithm = text(header, "alg").orElse("");
        // RFC 7515, 4.1.11: what is critical must be understood, and nothing is.
        if (!text(header, "typ").equals(Optional.of(TYPE))
                || header.members().containsKey("crit")
                || !ALGORITHMS.contains(algorithm)) {
            throw other();
        }
        return new SoftwareStatement(
                text(header, "kid").orElseThrow(SoftwareStatement::other),
                algorithm,
                text(payload, "software_id").orElseThrow(SoftwareStatement::other),
                text(payload, "jti").orElseThrow(SoftwareStatement::other),
                parts[0] + '.' + parts[1],
                parts[2]);
    }

    private static JwtPart part(String text) throws RegistrationRefused {
        return Base64Url.decode(text).flatMap(JwtPart::read).orElseThrow(SoftwareStatement::malformed);
    }

    private static Optional<String> text(JwtPart part, String name) {
        return part.members().get(name) instanceof String text && text.length() <= MAX_ID
                ? Optional.of(text)
                : Optional.empty();
    }

    private static RegistrationRefused malformed() {
        return new RegistrationRefused(RegistrationRefusal.MALFORMED_STATEMENT);
    }

    private static RegistrationRefused other() {
        return new RegistrationRefused(RegistrationRefusal.OTHER_JWT);
    }

    /** What the signature covers, as bytes. */
    public byte[] signedBytes() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What a new statement says.
     *
     * @param issuer who signs it; not checked when it comes back: hosts are renamed, keys are not
     */
    public static Map<String, Object> claims(RegisteredApplication application, String issuer, Instant issuedAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("jti", application.statementId());
        claims.put("software_id", application.id());
        application.version().ifPresent(version -> claims.put("software_version", version));
        claims.put("client_name", application.name());
        claims.put("scope", String.join(" ", application.scopes()));
        return claims;
    }

    /** The signature, as bytes. */
    public byte[] signatureBytes() {
        return Base64Url.decode(signature).orElseThrow();
    }

    @Override
    public String toString() {
        return "SoftwareStatement of " + softwareId;
    }
}
