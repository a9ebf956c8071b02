package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of a JWT, in the types of RFC 7519, 4.1, not yet checked (contract, section 5).
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}, a user's {@code wid}
 * @param expiresAt {@code exp}
 * @param issuedAt {@code iat}
 * @param notBefore {@code nbf}
 * @param id {@code jti}
 * @param audience {@code aud}; empty if there is none, which is not the same as an empty list
 */
public record JwtClaims(
        String issuer,
        String subject,
        Instant expiresAt,
        Optional<Instant> issuedAt,
        Optional<Instant> notBefore,
        Optional<String> id,
        Optional<Set<String>> audience) {

    static JwtClaims of(JwtPart payload) throws Refused {
        return new JwtClaims(
                payload.text("iss").orElseThrow(() -> new Refused(Refusal.JWT_ISSUER)),
                payload.text("sub").orElseThrow(() -> new Refused(Refusal.JWT_SUBJECT)),
                payload.instant("exp").orElseThrow(() -> new Refused(Refusal.JWT_WITHOUT_EXPIRY)),
                payload.instant("iat"),
                payload.instant("nbf"),
                payload.text("jti"),
                payload.texts("aud"));
    }
}
