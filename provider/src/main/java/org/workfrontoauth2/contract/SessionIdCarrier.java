package org.workfrontoauth2.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request carries its session ID (contract, section 6). */
public final class SessionIdCarrier {

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
        Set<String> found = new LinkedHashSet<>(headers);
        found.addAll(parameters);
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            found.add(authorization.substring(BEARER.length()).strip());
        }
        found.removeIf(String::isBlank);
        if (found.size() > 1) {
            throw new Refused(Refusal.TWO_SESSION_IDS);
        }
        return found.stream().findFirst();
    }
}
