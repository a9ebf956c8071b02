package org.workfrontoauth2.contract;

/**
 * All refusals of the Workfront paths: the OAuth2 error, the sentence for the client, and the error code of the event
 * that the administrator sees (contract, section 4; RFC 6749, 5.2).
 *
 * <p>The sentences are fixed. They never contain text of exceptions, input or secrets. {@link Refused} may add a number
 * of seconds.
 */
public enum Refusal implements Denial {
    METHOD_NOT_ALLOWED(Fault.METHOD, OAuthError.INVALID_REQUEST, "This method is not allowed here.", "invalid_request"),
    UNSUPPORTED_MEDIA_TYPE(
            Fault.MEDIA_TYPE,
            OAuthError.INVALID_REQUEST,
            "Send the request as application/x-www-form-urlencoded or application/json.",
            "invalid_request"),
    BODY_TOO_LARGE(
            Fault.SIZE, OAuthError.INVALID_REQUEST, "The request body is larger than 64 KiB.", "invalid_request"),
    MALFORMED_BODY(
            OAuthError.INVALID_REQUEST,
            "The request body cannot be read. Send UTF-8 parameters, or one flat JSON object of strings.",
            "invalid_request"),
    MALFORMED_CREDENTIALS(OAuthError.INVALID_REQUEST, "The Authorization header cannot be read.", "invalid_request"),
    REPEATED_PARAMETER(OAuthError.INVALID_REQUEST, "A parameter was sent more than once.", "invalid_request"),
    OVERSIZED_PARAMETER(OAuthError.INVALID_REQUEST, "A parameter is too long.", "invalid_request"),
    TWO_CREDENTIALS(
            OAuthError.INVALID_REQUEST,
            "Send the client's credentials either in the Authorization header or in the body, not in both.",
            "invalid_request"),
    TWO_SESSION_IDS(OAuthError.INVALID_REQUEST, "The request carries two different session IDs.", "invalid_request"),
    MALFORMED_FORM(OAuthError.INVALID_REQUEST, "The request body is not a readable form.", "invalid_request"),
    HTTPS_REQUIRED(OAuthError.INVALID_REQUEST, "HTTPS is required.", "ssl_required"),
    MISSING_GRANT_TYPE(OAuthError.INVALID_REQUEST, "The parameter grant_type is missing.", "invalid_request"),
    MISSING_CODE(OAuthError.INVALID_REQUEST, "The parameter code is missing.", "invalid_code"),
    MISSING_REDIRECT_URI(OAuthError.INVALID_REQUEST, "The parameter redirect_uri is missing.", "invalid_redirect_uri"),
    MISSING_REFRESH_TOKEN(OAuthError.INVALID_REQUEST, "The parameter refresh_token is missing.", "invalid_token"),
    MISSING_TOKEN(OAuthError.INVALID_REQUEST, "The parameter token is missing.", "invalid_request"),
    MISSING_REVOKED_TOKEN(
            OAuthError.INVALID_REQUEST, "The parameter token or refresh_token is missing.", "invalid_request"),
    INVALID_REQUEST(OAuthError.INVALID_REQUEST, "The request is not valid.", "invalid_request"),

    MISSING_CLIENT(OAuthError.INVALID_CLIENT, "The request does not say which client sends it.", "client_not_found"),
    UNKNOWN_CLIENT(OAuthError.INVALID_CLIENT, "No such application, or wrong credentials.", "client_not_found"),
    DISABLED_CLIENT(OAuthError.INVALID_CLIENT, "No such application, or wrong credentials.", "client_disabled"),
    WRONG_SECRET(OAuthError.INVALID_CLIENT, "No such application, or wrong credentials.", "invalid_client_credentials"),
    SECRET_OF_SINGLE_PAGE_APPLICATION(
            OAuthError.INVALID_CLIENT,
            "A single page web application has no client secret. Leave it out.",
            "invalid_client_credentials"),

    MISSING_RESPONSE_TYPE(OAuthError.INVALID_REQUEST, "The parameter response_type is missing.", "invalid_request"),
    UNSUPPORTED_RESPONSE_TYPE(
            OAuthError.UNSUPPORTED_RESPONSE_TYPE, "The response_type must be code.", "invalid_request"),
    UNSUPPORTED_RESPONSE_MODE(OAuthError.INVALID_REQUEST, "The response_mode must be query.", "invalid_request"),
    REQUEST_OBJECT(OAuthError.INVALID_REQUEST, "Request objects are not supported.", "invalid_request"),
    INVALID_MAX_AGE(
            OAuthError.INVALID_REQUEST, "The parameter max_age must be a number of seconds.", "invalid_request"),
    MISSING_CHALLENGE(
            OAuthError.INVALID_REQUEST,
            "A single page web application must send code_challenge and code_challenge_method=S256.",
            "invalid_request"),
    INVALID_CHALLENGE(
            OAuthError.INVALID_REQUEST,
            "The code_challenge must be a SHA-256 hash in base64url, with code_challenge_method=S256.",
            "invalid_request"),

    UNSUPPORTED_GRANT_TYPE(
            OAuthError.UNSUPPORTED_GRANT_TYPE,
            "The grant_type must be authorization_code or refresh_token.",
            "invalid_request"),
    GRANT_TYPE_OF_OTHER_APPLICATIONS(
            OAuthError.UNAUTHORIZED_CLIENT,
            "A machine to machine application exchanges a signed JWT. It has no codes and no refresh tokens.",
            "not_allowed"),
    EXCHANGE_OF_OTHER_APPLICATIONS(
            OAuthError.UNAUTHORIZED_CLIENT, "Only a machine to machine application can exchange JWTs.", "not_allowed"),
    STANDARD_ENDPOINT(
            OAuthError.UNAUTHORIZED_CLIENT,
            "This client is an OAuth2 application. Use the endpoints under /integrations/oauth2.",
            "not_allowed"),

    INVALID_CODE(
            OAuthError.INVALID_GRANT,
            "The authorization code is unknown, has expired, was used before, or was revoked.",
            "invalid_code"),
    ENDED_CODE(
            OAuthError.INVALID_GRANT,
            "The authorization code is no longer valid, because it was revoked.",
            "invalid_code"),
    EXPIRED_CODE(OAuthError.INVALID_GRANT, "The authorization code has expired.", "expired_code"),
    OTHER_REDIRECT_URI(
            OAuthError.INVALID_GRANT,
            "The redirect_uri is not the same as in the authorization request.",
            "invalid_redirect_uri"),
    MISSING_VERIFIER(
            OAuthError.INVALID_GRANT,
            "The parameter code_verifier is missing, but the authorization request had a code_challenge.",
            "code_verifier_missing"),
    WRONG_VERIFIER(
            OAuthError.INVALID_GRANT,
            "The code_verifier does not match the authorization request.",
            "pkce_verification_failed"),
    MALFORMED_VERIFIER(
            OAuthError.INVALID_GRANT,
            "The code_verifier does not match the authorization request.",
            "invalid_code_verifier"),
    UNEXPECTED_VERIFIER(
            OAuthError.INVALID_GRANT,
            "The code_verifier does not match the authorization request.",
            "invalid_code_verifier"),
    CODE_WITHOUT_CHALLENGE(
            OAuthError.INVALID_GRANT,
            "The code of a single page web application must come from an authorization request with a code_challenge.",
            "invalid_code"),
    SESSION_ENDED(OAuthError.INVALID_GRANT, "The user's session has ended.", "user_session_not_found"),
    INVALID_USER(OAuthError.INVALID_GRANT, "The user can no longer log in.", "user_disabled"),
    CONSENT_WITHDRAWN(OAuthError.INVALID_GRANT, "The user's consent was withdrawn.", "consent_denied"),
    TOKEN_OF_ANOTHER_CLIENT(OAuthError.INVALID_GRANT, "The token was issued to another application.", "invalid_token"),
    INVALID_REFRESH_TOKEN(OAuthError.INVALID_GRANT, "The refresh token is not valid.", "invalid_token"),
    ENDED_GRANT(
            OAuthError.INVALID_GRANT, "The refresh token is no longer valid, because it was revoked.", "invalid_token"),
    EXPIRED_REFRESH_TOKEN(
            OAuthError.INVALID_GRANT,
            "The refresh token has expired. The user must log in again.",
            "expired_refresh_token"),
    REUSED_REFRESH_TOKEN(
            OAuthError.INVALID_GRANT,
            "The refresh token was used before. Everything issued with it has been revoked.",
            "refresh_token_reused"),

    MISSING_JWT(OAuthError.INVALID_REQUEST, "The parameter jwt_token is missing.", "invalid_request"),
    OVERSIZED_JWT(OAuthError.INVALID_REQUEST, "The JWT is larger than 8 KiB.", "invalid_token"),
    MALFORMED_JWT(
            OAuthError.INVALID_REQUEST,
            "The jwt_token cannot be read. Send header, payload and signature in base64url without "
                    + "padding. The header and the payload must be JSON objects in which no member is repeated, and "
                    + "the claims must have the types of RFC 7519.",
            "invalid_token"),
    JWT_CRITICAL_HEADER(OAuthError.INVALID_GRANT, "The crit header of the JWT is not supported.", "invalid_token"),
    JWT_ALGORITHM(OAuthError.INVALID_GRANT, "The alg of the JWT must be RS256.", "invalid_token"),
    JWT_ISSUER(
            OAuthError.INVALID_GRANT,
            "The iss of the JWT is not the customer ID of this organisation.",
            "invalid_issuer"),
    JWT_SUBJECT(
            OAuthError.INVALID_GRANT,
            "The sub of the JWT is not the ID of a user with a public key in this application.",
            "user_not_found"),
    JWT_AMBIGUOUS_SUBJECT(
            OAuthError.INVALID_GRANT, "The sub of the JWT is the ID of more than one user.", "user_not_found"),
    JWT_SUBJECT_UNREACHABLE(
            OAuthError.INVALID_GRANT,
            "The user store that may have the user of this JWT cannot be reached. Try again later.",
            "user_store_unavailable"),
    JWT_SIGNATURE(
            OAuthError.INVALID_GRANT,
            "The signature of the JWT does not match a public key of this user in this application.",
            "invalid_signature"),
    JWT_WITHOUT_EXPIRY(OAuthError.INVALID_GRANT, "The JWT has no exp.", "invalid_token"),
    JWT_EXPIRED(OAuthError.INVALID_GRANT, "The exp of the JWT is in the past.", "expired_jwt"),
    JWT_TOO_LONG(OAuthError.INVALID_GRANT, "The exp of the JWT is more than one hour ahead.", "invalid_token"),
    JWT_NOT_YET(OAuthError.INVALID_GRANT, "The iat or nbf of the JWT is in the future.", "invalid_token"),
    JWT_EXPIRY_IN_MILLISECONDS(
            OAuthError.INVALID_GRANT, "The exp of the JWT is in milliseconds. It must be in seconds.", "invalid_token"),
    JWT_ISSUE_IN_MILLISECONDS(
            OAuthError.INVALID_GRANT, "The iat of the JWT is in milliseconds. It must be in seconds.", "invalid_token"),
    JWT_START_IN_MILLISECONDS(
            OAuthError.INVALID_GRANT, "The nbf of the JWT is in milliseconds. It must be in seconds.", "invalid_token"),
    JWT_AUDIENCE(OAuthError.INVALID_GRANT, "The aud of the JWT does not name this server.", "invalid_token"),
    JWT_WITHOUT_ID(OAuthError.INVALID_GRANT, "The JWT has no jti, which this organisation requires.", "invalid_token"),
    JWT_REPLAYED(OAuthError.INVALID_GRANT, "A JWT with this jti was exchanged before.", "jwt_replayed"),
    TOO_MANY_JWT_IDS(
            OAuthError.INVALID_GRANT,
            "This application has exchanged too many JWTs with a jti that have not expired. Exchange fewer, or let them "
                    + "expire sooner.",
            "too_many_jwt_ids"),

    INVALID_GRANT(OAuthError.INVALID_GRANT, "The grant is not valid.", "invalid_token");

    private final Fault fault;
    private final OAuthError error;
    private final String description;
    private final String event;

    Refusal(OAuthError error, String description, String event) {
        this(error == OAuthError.INVALID_CLIENT ? Fault.CLIENT : Fault.REQUEST, error, description, event);
    }

    Refusal(Fault fault, OAuthError error, String description, String event) {
        this.fault = fault;
        this.error = error;
        this.description = description;
        this.event = event;
    }

    /** The same, said to a client that presented a code and has no refresh token yet. */
    public Refusal ofCode() {
        return switch (this) {
            case ENDED_GRANT -> ENDED_CODE;
            case EXPIRED_REFRESH_TOKEN -> EXPIRED_CODE;
            default -> this;
        };
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String error() {
        return error.code();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String event() {
        return event;
    }
}
