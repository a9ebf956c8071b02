package org.workfrontoauth2.contract.registration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.workfrontoauth2.contract.Base64Url;
import org.workfrontoauth2.contract.JwtPart;
import org.workfrontoauth2.contract.Refused;

/**
 * A software statement (RFC 7591, 2.3): a JWT that does not expire, and says which registered application an app
 * belongs to. The realm signs other JWTs with the same keys, so the type in the header tells them apart (RFC 8725,
 * 3.11).
 *
 * <p>What a client can do is not read from the statement, but from the registered application as it is now.
 *
 * @param keyId the key of the realm that it says has signed it
 * @param algorithm the algorithm that it says was used
 * @param softwareId the ID of the registered application
 * @param statementId the {@code jti}: the registered application's, too
 * @param signed what was signed
 * @param signature the signature, in base64url
 */
public record SoftwareStatement(
        String keyId, String algorithm, String softwareId, String statementId, String signed, String signature) {

    /** The {@code typ} of the header. */
    public static final String TYPE = "software-statement+jwt";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_LENGTH = 8 * 1024;
    private static final int MAX_ID = 255;

    /** Reads the text; whoever made it is not known yet. */
    public static SoftwareStatement read(String text) throws Refused {
        if (text.length() > MAX_LENGTH) {
            throw new Refused(RegistrationRefusal.OVERSIZED_PARAMETER);
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
                || StatementAlgorithm.of(algorithm).isEmpty()) {
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

    private static JwtPart part(String text) throws Refused {
        return Base64Url.decode(text).flatMap(JwtPart::read).orElseThrow(SoftwareStatement::malformed);
    }

    private static Optional<String> text(JwtPart part, String name) {
        return part.members().get(name) instanceof String text && text.length() <= MAX_ID
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Refused malformed() {
        return new Refused(RegistrationRefusal.MALFORMED_STATEMENT);
    }

    private static Refused other() {
        return new Refused(RegistrationRefusal.OTHER_JWT);
    }

    /** Refuses a statement that the private half of this key did not sign; without a key nobody did. */
    public void requireSignatureOf(Optional<PublicKey> key) throws Refused {
        StatementAlgorithm named = StatementAlgorithm.of(algorithm).orElseThrow(SoftwareStatement::other);
        byte[] bytes = Base64Url.decode(signature).orElseThrow(SoftwareStatement::malformed);
        if (key.filter(present -> named.isSigned(present, ascii(signed), bytes)).isEmpty()) {
            throw new Refused(RegistrationRefusal.STATEMENT_SIGNATURE);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A key of the realm.
     *
     * @param id its {@code kid}
     * @param algorithm its {@code alg}
     */
    public record SigningKey(String id, String algorithm, PrivateKey key) {

        @Override
        public String toString() {
            return "SigningKey " + id;
        }
    }

    /** Whether statements can be signed with this algorithm: not with that of a shared secret. */
    public static boolean isAlgorithm(String algorithm) {
        return StatementAlgorithm.of(algorithm).isPresent();
    }

    /** A new statement, in compact form. */
    public static String sign(RegisteredApplication application, String issuer, Instant issuedAt, SigningKey with) {
        StatementAlgorithm algorithm = StatementAlgorithm.of(with.algorithm()).orElseThrow();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.alg());
        header.put("typ", TYPE);
        header.put("kid", with.id());
        String text = base64(header) + '.' + base64(claims(application, issuer, issuedAt));
        return text + '.' + Base64Url.encode(algorithm.sign(with.key(), ascii(text)));
    }

    private static String base64(Map<String, Object> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                if (member.getValue() instanceof Long number) {
                    json.writeNumber(number);
                } else {
                    json.writeString(member.getValue().toString());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64Url.encode(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a new statement says.
     *
     * @param issuer who signs it; not checked when it comes back: hosts are renamed, keys are not
     */
    static Map<String, Object> claims(RegisteredApplication application, String issuer, Instant issuedAt) {
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
