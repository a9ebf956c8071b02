package org.workfrontoauth2.contract.registration;

import org.workfrontoauth2.contract.Denial;
import org.workfrontoauth2.contract.Fault;

/**
 * All refusals of the paths of dynamic client registration: the {@code error} for the client, and the error code and
 * the sentence of the event for the administrator (registration, sections 1 to 4).
 *
 * <p>The response has only the error, because clients of this contract read nothing else. Sentences never contain
 * input.
 */
public enum RegistrationRefusal implements Denial {
    METHOD_NOT_ALLOWED(Fault.METHOD, "invalid_request", "invalid_request", "This method is not allowed here."),
    THROTTLED(Fault.RATE, "too_many_requests", "too_many_requests", "This address sends too many requests."),
    HTTPS_REQUIRED(Fault.REQUEST, "invalid_request", "ssl_required", "HTTPS is required."),
    UNSUPPORTED_MEDIA_TYPE(
            Fault.MEDIA_TYPE,
            "invalid_request",
            "invalid_request",
            "The body has a content type that is not accepted here."),
    BODY_TOO_LARGE(Fault.SIZE, "invalid_request", "invalid_request", "The request body is larger than 16 KiB."),
    MALFORMED_BODY(Fault.REQUEST, "invalid_request", "invalid_request", "The request body cannot be read."),
    REPEATED_PARAMETER(Fault.REQUEST, "invalid_request", "invalid_request", "A parameter was sent more than once."),
    OVERSIZED_PARAMETER(Fault.REQUEST, "invalid_request", "invalid_request", "A parameter is too long."),

    DEVICE_TOO_LARGE(Fault.REQUEST, "invalid_request", "invalid_request", "The header X-Device-Info is too long."),
    MALFORMED_DEVICE(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "The header X-Device-Info is not the base64 of a JSON object of strings."),
    DEVICE_WITHOUT_MODEL(Fault.REQUEST, "invalid_request", "invalid_request", "The device information has no model."),
    DEVICE_SYSTEM(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "The osName of the device information is missing or not in the list."),
    DEVICE_HARDWARE(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "The primaryHardwareType of the device information is not in the list."),
    DEVICE_TEXT(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "A member of the device information is too long or has control characters."),

    MISSING_STATEMENT(
            Fault.REQUEST, "invalid_request", "invalid_request", "The parameter software_statement is missing."),
    MALFORMED_STATEMENT(
            Fault.REQUEST,
            "invalid_software_statement",
            "invalid_token",
            "The software statement is not a readable JWT."),
    OTHER_JWT(Fault.REQUEST, "invalid_software_statement", "invalid_token", "This JWT is not a software statement."),
    STATEMENT_SIGNATURE(
            Fault.REQUEST,
            "invalid_software_statement",
            "invalid_signature",
            "The software statement was not signed with a key of this realm."),
    STATEMENT_GONE(
            Fault.REQUEST,
            "unapproved_software_statement",
            "not_allowed",
            "The registered application of the software statement does not exist."),
    STATEMENT_REVOKED(
            Fault.REQUEST,
            "unapproved_software_statement",
            "not_allowed",
            "The registered application of the software statement is revoked."),
    REDIRECT_URI(
            Fault.REQUEST,
            "invalid_redirect_uri",
            "invalid_redirect_uri",
            "The redirect_uri has neither a domain nor a scheme of the registered application."),

    MISSING_GRANT_TYPE(Fault.REQUEST, "invalid_request", "invalid_request", "The parameter grant_type is missing."),
    UNSUPPORTED_GRANT_TYPE(
            Fault.REQUEST, "unsupported_grant_type", "invalid_request", "The grant_type must be client_credentials."),
    MISSING_CREDENTIALS(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "The parameters client_id and client_secret are required."),
    TWO_CREDENTIALS(
            Fault.REQUEST,
            "invalid_request",
            "invalid_request",
            "The client's credentials were sent in more than one way."),
    UNKNOWN_CLIENT(Fault.CLIENT, "invalid_client", "client_not_found", "No such client, or wrong credentials."),
    WRONG_SECRET(Fault.CLIENT, "invalid_client", "invalid_client_credentials", "No such client, or wrong credentials."),
    REVOKED_CLIENT(
            Fault.REQUEST,
            "unauthorized_client",
            "client_disabled",
            "The registered application of the client is revoked."),

    MISSING_TOKEN(Fault.TOKEN, "invalid_token", "invalid_token", "There is no bearer token."),
    INVALID_TOKEN(
            Fault.TOKEN, "invalid_token", "invalid_token", "The bearer token is not a valid access token of a client."),
    CLIENT_ENDED(
            Fault.TOKEN,
            "invalid_access_token_client_application",
            "client_disabled",
            "The client of the access token, or its registered application, is gone or revoked.");

    private final Fault fault;
    private final String error;
    private final String event;
    private final String description;

    RegistrationRefusal(Fault fault, String error, String event, String description) {
        this.fault = fault;
        this.error = error;
        this.event = event;
        this.description = description;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String error() {
        return error;
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public String description() {
        return description;
    }
}
