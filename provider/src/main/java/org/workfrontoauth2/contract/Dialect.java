package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How errors are worded and what the session ID's type is called (contract, section 4).
 *
 * <p>Chosen per application: public clients of Workfront need the first, standard OAuth2 libraries the second.
 */
public enum Dialect {
    /** A .NET connector parses {@code error} as a boolean; others read {@code error_description}, then {@code message}. */
    WORKFRONT("sessionID") {
        @Override
        Map<String, Object> error(Refusal refusal, String description) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("statusCode", refusal.status());
            body.put("error", true);
            body.put("type", refusal.error());
            body.put("message", description);
            body.put("error_description", description);
            return body;
        }
    },
    /** RFC 6749, 5.2, and RFC 6750: what the usual libraries accept. */
    OAUTH("Bearer") {
        @Override
        Map<String, Object> error(Refusal refusal, String description) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", refusal.error());
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

    /** The members of an error answer, in order. */
    public Map<String, Object> error(Refusal refusal) {
        return error(refusal, refusal.description());
    }

    /** The same, with how far off a time was. */
    public Map<String, Object> error(Refused refused) {
        return error(refused.refusal(), refused.description());
    }

    abstract Map<String, Object> error(Refusal refusal, String description);
}
