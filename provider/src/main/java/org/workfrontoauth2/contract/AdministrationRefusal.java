package org.workfrontoauth2.contract;

import java.util.Locale;

/** The error codes of the administration API, each with its HTTP status. */
public enum AdministrationRefusal {
    INVALID_REQUEST(400),
    SUBJECT_REQUIRED(400),
    UNAUTHORIZED(401, "forbidden"),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405, "invalid_request"),
    LIMIT_REACHED(409),
    SECRETS_FULL(409),
    CONFLICT(409),
    OUTDATED(412, "conflict"),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415, "invalid_request");

    private final int status;
    private final String code;

    AdministrationRefusal(int status) {
        this.status = status;
        this.code = name().toLowerCase(Locale.ROOT);
    }

    AdministrationRefusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The {@code error} of the answer. */
    public String code() {
        return code;
    }

    /** Ends the handling of a request with this code and a sentence for the administrator. */
    public AdministrationRefused because(Sentence sentence, Object... values) {
        return because(sentence.with(values));
    }

    /** The same, with a sentence that is complete. */
    public AdministrationRefused because(Said said) {
        return new AdministrationRefused(this, said);
    }
}
