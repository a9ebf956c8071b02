package org.workfrontoauth2.contract.registration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Refused;

/** The token in an {@code Authorization: Bearer} header (RFC 6750, 2.1; registration, section 3). */
public final class BearerToken {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,512}=*) *");

    private BearerToken() {}

    /** The token. Empty if there is none or it cannot be read. */
    public static Optional<String> read(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1));
    }

    /** The token. Refuses the request if there is none. */
    public static String require(@Nullable String authorization) throws Refused {
        return read(authorization).orElseThrow(() -> new Refused(RegistrationRefusal.MISSING_TOKEN));
    }
}
