package org.workfrontoauth2.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a JWT must say to be exchanged (contract, section 5). Who signed it and whether it was used before is decided
 * elsewhere.
 *
 * @param customerId the organisation's customer ID
 * @param audiences the names this server answers to, for JWTs that name one
 * @param idRequired whether this realm refuses JWTs without {@code jti}
 */
public record JwtRules(String customerId, Set<String> audiences, boolean idRequired) {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    /** Refuses what breaks a rule; the first one broken is named. */
    public void check(JwtClaims claims, Instant now) throws Refused {
        checkIssuer(claims);
        checkUnits(claims, now);
        checkExpired(claims, now);
        checkLife(claims, now);
        checkStarted(claims, now);
        checkAudience(claims);
        checkId(claims);
    }

    /** From when on a JWT is refused as expired: until then a used {@code jti} must be remembered. */
    public static Instant deadAt(JwtClaims claims) {
        return claims.expiresAt().plus(SKEW);
    }

    private void checkIssuer(JwtClaims claims) throws Refused {
        if (!claims.issuer().equals(customerId)) {
            throw new Refused(Refusal.JWT_ISSUER);
        }
    }

    /** The usual mistake where clocks count in milliseconds: it has a sentence of its own. */
    private static void checkUnits(JwtClaims claims, Instant now) throws Refused {
        if (isInMilliseconds(claims.expiresAt(), now)) {
            throw new Refused(Refusal.JWT_EXPIRY_IN_MILLISECONDS);
        }
        if (claims.issuedAt().filter(time -> isInMilliseconds(time, now)).isPresent()) {
            throw new Refused(Refusal.JWT_ISSUE_IN_MILLISECONDS);
        }
        if (claims.notBefore().filter(time -> isInMilliseconds(time, now)).isPresent()) {
            throw new Refused(Refusal.JWT_START_IN_MILLISECONDS);
        }
    }

    /** Whether the number is no time that anybody means, but one of these years when it counts milliseconds. */
    private static boolean isInMilliseconds(Instant time, Instant now) {
        Duration off = Duration.between(now, Instant.ofEpochMilli(time.getEpochSecond()));
        return off.abs().compareTo(TEN_YEARS) < 0;
    }

    private static void checkExpired(JwtClaims claims, Instant now) throws Refused {
        if (!now.isBefore(deadAt(claims))) {
            throw new Refused(Refusal.JWT_EXPIRED, Duration.between(claims.expiresAt(), now));
        }
    }

    private static void checkLife(JwtClaims claims, Instant now) throws Refused {
        Instant latest = now.plus(LONGEST);
        if (claims.expiresAt().isAfter(latest.plus(SKEW))) {
            throw new Refused(Refusal.JWT_TOO_LONG, Duration.between(latest, claims.expiresAt()));
        }
    }

    private static void checkStarted(JwtClaims claims, Instant now) throws Refused {
        Instant start = Stream.of(claims.issuedAt(), claims.notBefore())
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (start.isAfter(now.plus(SKEW))) {
            throw new Refused(Refusal.JWT_NOT_YET, Duration.between(now, start));
        }
    }

    /** A JWT without {@code aud} is for everybody: real clients send none. */
    private void checkAudience(JwtClaims claims) throws Refused {
        if (claims.audience()
                .filter(named -> Collections.disjoint(named, audiences))
                .isPresent()) {
            throw new Refused(Refusal.JWT_AUDIENCE);
        }
    }

    private void checkId(JwtClaims claims) throws Refused {
        if (idRequired && claims.id().isEmpty()) {
            throw new Refused(Refusal.JWT_WITHOUT_ID);
        }
    }
}
