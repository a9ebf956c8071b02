package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of errors, and the name of the session ID's type (contract, section 4).
 *
 * <p>Chosen per application: public clients of Workfront need the first, standard OAuth2 libraries the second.
 */
public enum Dialect implements ErrorForm {
    /** A .NET connector parses {@code error} as a boolean; others read {@code error_description}, then {@code message}. */
    WORKFRONT("sessionID") {
        @Override
        public Map<String, Object> members(Denial denial, String description) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("statusCode", status(denial));
            body.put("error", true);
            body.put("type", denial.error());
            body.put("message", description);
            body.put("error_description", description);
            return body;
        }
    },
    /** RFC 6749, 5.2, and RFC 6750: what the usual libraries accept. */
    OAUTH("Bearer") {
        @Override
        public Map<String, Object> members(Denial denial, String description) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", denial.error());
            body.put("error_description", description);
            return body;
        }
    };

    private final String tokenType;

    Dialect(String tokenType) {
        this.tokenType = tokenType;
    }

    /** The {@code token_type} of answers, letter case included: one client uses it as the name of a header. */
    public String tokenType() {
        return tokenType;
    }
}
