package org.workfrontoauth2.contract.registration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every way in which the paths of dynamic client registration say no: the HTTP status, the {@code error} for the client, and
 * for the administrator the error code and the sentence of the event (registration, sections 1 to 4).
 *
 * <p>The answer has the error alone: clients of this contract read nothing else. No input is part of a sentence.
 */
public enum RegistrationRefusal {
    METHOD_NOT_ALLOWED(405, "invalid_request", "invalid_request", "This method is not allowed here."),
    THROTTLED(429, "too_many_requests", "too_many_requests", "This address sends too many requests."),
    HTTPS_REQUIRED(400, "invalid_request", "ssl_required", "HTTPS is required."),
    UNSUPPORTED_MEDIA_TYPE(400, "invalid_request", "invalid_request", "The body is of another type than is read here."),
    BODY_TOO_LARGE(400, "invalid_request", "invalid_request", "The request body is larger than 16 KiB."),
    MALFORMED_BODY(400, "invalid_request", "invalid_request", "The request body cannot be read."),
    REPEATED_PARAMETER(400, "invalid_request", "invalid_request", "A parameter was sent more than once."),
    OVERSIZED_PARAMETER(400, "invalid_request", "invalid_request", "A parameter is too long."),

    DEVICE_TOO_LARGE(400, "invalid_request", "invalid_request", "The header X-Device-Info is too long."),
    MALFORMED_DEVICE(
            400,
            "invalid_request",
            "invalid_request",
            "The header X-Device-Info is not the base64 of a JSON object of strings."),
    DEVICE_WITHOUT_MODEL(400, "invalid_request", "invalid_request", "The device information has no model."),
    DEVICE_SYSTEM(
            400,
            "invalid_request",
            "invalid_request",
            "The osName of the device information is missing or not one of the list."),
    DEVICE_HARDWARE(
            400,
            "invalid_request",
            "invalid_request",
            "The primaryHardwareType of the device information is not one of the list."),
    DEVICE_TEXT(
            400,
            "invalid_request",
            "invalid_request",
            "A member of the device information is too long or has control characters."),

    MISSING_STATEMENT(400, "invalid_request", "invalid_request", "The parameter software_statement is missing."),
    MALFORMED_STATEMENT(
            400,
            "invalid_software_statement",
            "invalid_token",
            "The software statement is not a JWT that can be read."),
    OTHER_JWT(400, "invalid_software_statement", "invalid_token", "This JWT is not a software statement."),
    STATEMENT_SIGNATURE(
            400,
            "invalid_software_statement",
            "invalid_signature",
            "The software statement was not signed with a key of this realm."),
    STATEMENT_GONE(
            400,
            "unapproved_software_statement",
            "not_allowed",
            "The registered application of the software statement does not exist."),
    STATEMENT_REVOKED(
            400,
            "unapproved_software_statement",
            "not_allowed",
            "The registered application of the software statement is revoked."),
    REDIRECT_URI(
            400,
            "invalid_redirect_uri",
            "invalid_redirect_uri",
            "The redirect_uri is not on a domain and has no scheme of the registered application."),

    MISSING_GRANT_TYPE(400, "invalid_request", "invalid_request", "The parameter grant_type is missing."),
    UNSUPPORTED_GRANT_TYPE(400, "unsupported_grant_type", "invalid_request", "The grant type is client_credentials."),
    MISSING_CREDENTIALS(
            400, "invalid_request", "invalid_request", "The parameters client_id and client_secret are required."),
    TWO_CREDENTIALS(
            400, "invalid_request", "invalid_request", "The client's credentials were sent in more than one way."),
    UNKNOWN_CLIENT(400, "invalid_client", "client_not_found", "No such client, or wrong credentials."),
    WRONG_SECRET(400, "invalid_client", "invalid_client_credentials", "No such client, or wrong credentials."),
    REVOKED_CLIENT(
            400, "unauthorized_client", "client_disabled", "The registered application of the client is revoked."),

    MISSING_TOKEN(401, "invalid_token", "invalid_token", "There is no bearer token."),
    INVALID_TOKEN(401, "invalid_token", "invalid_token", "The bearer token is not a live access token of a client."),
    CLIENT_ENDED(
            401,
            "invalid_access_token_client_application",
            "client_disabled",
            "The client of the access token, or its registered application, is gone or revoked.");

    private static final String REGISTER_AGAIN = "application-registration";

    private final int status;
    private final String error;
    private final String event;
    private final String reason;

    RegistrationRefusal(int status, String error, String event, String reason) {
        this.status = status;
        this.error = error;
        this.event = event;
        this.reason = reason;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The {@code error} of the answer. */
    public String error() {
        return error;
    }

    /** The error code of the event that is recorded. */
    public String event() {
        return event;
    }

    /** A fixed sentence for the administrator who reads the event. */
    public String reason() {
        return reason;
    }

    /** The members of the answer: the error, and what the client must do if it cannot go on as it is (section 3). */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", error);
        if (this == CLIENT_ENDED) {
            members.put("action", REGISTER_AGAIN);
        }
        return members;
    }
}
