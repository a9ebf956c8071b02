package org.workfrontoauth2.contract;

import java.util.Locale;

/** The error codes of RFC 6749, 4.1.2.1 and 5.2, that the Workfront paths use. */
enum OAuthError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
    UNSUPPORTED_RESPONSE_TYPE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
