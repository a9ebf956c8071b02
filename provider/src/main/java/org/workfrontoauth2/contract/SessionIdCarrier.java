package org.workfrontoauth2.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request carries its session ID (contract, section 6). */
public final class SessionIdCarrier {

    /** The header, in any letter case, the query parameter and the cookie. */
    public static final String NAME = "sessionID";

    private static final String BEARER = "bearer ";

    private SessionIdCarrier() {}

    /**
     * The one session ID of a request.
     *
     * @param headers values of the header {@code sessionID}
     * @param authorization the Authorization header
     * @param parameters values of the parameter {@code sessionID}, in the query or in a form
     * @return empty when there is none
     * @throws Refused when there are two different ones
     */
    public static Optional<String> read(List<String> headers, @Nullable String authorization, List<String> parameters)
            throws Refused {
        List<String> all = new ArrayList<>(headers);
        all.addAll(parameters);
        bearer(authorization).ifPresent(all::add);
        return one(all);
    }

    /**
     * The one session ID among these.
     *
     * @throws Refused when there are two different ones
     */
    public static Optional<String> one(Collection<String> all) throws Refused {
        Set<String> found = new LinkedHashSet<>(all);
        found.removeIf(String::isBlank);
        if (found.size() > 1) {
            throw new Refused(Refusal.TWO_SESSION_IDS);
        }
        return found.stream().findFirst();
    }

    /** What this Authorization header carries; empty when it is of another scheme. */
    public static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** What these Cookie headers carry (RFC 6265, 4.2.1). */
    public static List<String> cookies(List<String> headers) {
        List<String> values = new ArrayList<>();
        for (String header : headers) {
            for (String pair : header.split(";")) {
                String[] cookie = pair.strip().split("=", 2);
                if (cookie.length == 2 && cookie[0].equals(NAME)) {
                    values.add(cookie[1].replaceAll("^\"|\"$", ""));
                }
            }
        }
        return values;
    }
}
