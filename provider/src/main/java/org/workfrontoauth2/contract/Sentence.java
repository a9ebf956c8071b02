package org.workfrontoauth2.contract;

import java.util.List;
import java.util.Locale;

/**
 * The sentences that administrators read when something is refused. They are in English here, and in other languages in
 * the files {@code sentences_{language}.properties} of the admin theme. No sentence repeats what was sent.
 */
public enum Sentence {
    FIELD_REQUIRED("{0} is required and must not be empty."),
    FIELD_TEXT("{0} must be a string."),
    FIELD_LONG("{0} must not be longer than {1} characters."),
    FIELD_FLAG("{0} must be true or false."),
    FIELD_NUMBER("{0} must be a whole number from {1} to {2}."),
    FIELD_EMAIL("{0} must be an e-mail address."),
    FIELD_PAGE("{0} must be an https URL."),
    FIELD_URLS("{0} must be a list of URLs."),
    FIELD_NO_URL("{0} must have at least one URL."),
    FIELD_ORDER("{0} must not be longer than {1}."),
    FIELD_UNKNOWN("The request has a member that is unknown or read-only."),
    FIELD_TYPE("type must be web, single-page or machine-to-machine."),
    FIELD_CUSTOMER_ID("customerId must be 32 hexadecimal digits in lower case."),
    FIELD_PEM("pem must be a PEM public key or certificate."),
    FIELD_USER("This realm does not have a user with this username."),
    FIELD_PLATFORMS("{0} must be a list of at most {1} names of letters, digits, spaces and the characters . _ + -"),
    FIELD_SCOPES("{0} must be a list of at most {1} scopes without spaces, quotes and backslashes."),
    FIELD_DOMAINS("{0} must be a list of at most {1} domains, such as app.example, without wildcard, port and path. "
            + "Write other characters than ASCII as xn--…."),
    FIELD_SCHEMES("{0} must be a list of at most {1} schemes of your own apps, such as com.example.app."),
    FIELD_ADDRESSES("{0} must be a list of at most {1} IP addresses and ranges, such as 10.0.0.0/8 or fd00::/8."),

    URL_LONG("{0} must be URLs of at most {1} characters."),
    URL_WILDCARD("{0} must not contain a wildcard, because they must match exactly."),
    URL_RELATIVE("{0} must be absolute URLs."),
    URL_CHARACTERS("{0} must not contain spaces, braces or other characters that are not allowed in URLs, "
            + "and must contain % only before two hexadecimal digits. Percent-encode such characters."),
    URL_HOST("{0} must have a host that browsers can read, such as https://app.example."),
    URL_SCHEME_OF_NOTHING(
            "{0} must not have a scheme that does not lead to an application, such as javascript, data or file."),
    URL_FRAGMENT("{0} must be URLs without a fragment and without a user name."),
    URL_SCHEME("{0} must be https. Only single page applications can have a scheme of their own."),
    URL_HTTP("{0} must be https, except on a loopback address."),
    URL_URN("{0} must not be URNs, because a code cannot be sent to one."),
    URL_PORT("{0} must not name the default port of their scheme. Any other port is a number from 1 to 65535."),
    URL_ADDRESS(
            "{0} must have IP addresses in the form that browsers write, such as 127.0.0.1, [::1] or [2001:db8::1]."),
    URL_DOTS("{0} must not have . or .. as a segment of the path, because browsers resolve them."),
    URL_OPAQUE("{0} with a query must have a slash after the scheme, as in com.example.app:/callback?a=b."),
    URL_BRACKETS("{0} must not have square brackets in the query. Write %5B and %5D instead."),
    URL_EMPTY_PARAMETER("{0} must not have an empty parameter in the query, such as && or a trailing ? or &."),
    URL_OF_ANSWER("{0} must not have a query parameter that the server adds itself, such as code, state, "
            + "iss, error, domain or lane."),
    URL_SPELLING(
            "{0} must contain only ASCII characters. Percent-encode other characters as UTF-8, and write a host as "
                    + "xn--…."),
    URLS_OF_APPLICATION("The redirect URLs of an OAuth2 application"),

    SETTING_TYPE("The setting {0} must be web, single-page or machine-to-machine."),
    SETTING_FLAG("The setting {0} must be true or false."),
    SETTING_SECONDS("The setting {0} must be a whole number of seconds from {1} to {2}."),
    SETTING_ORDER("The inactive expiration must not be longer than the absolute expiration."),
    SETTING_HASH("The attribute {0} is read only while a whole realm is imported."),

    CLIENT_ID("The client ID of an OAuth2 application must not be . or .., because it is part of paths."),
    CLIENT_ID_FINAL("The client ID of an OAuth2 application cannot be changed. Create another application instead."),
    CLIENT_TEXT_LONG("The field {0} of an OAuth2 application must not be longer than {1} characters."),
    CLIENT_TEXT("The field {0} of an OAuth2 application has characters that cannot be stored."),
    CLIENT_NULL("The list {0} of an OAuth2 application must not contain null."),
    CLIENT_PUBLIC("A single page web application has no client secret. Switch client authentication off."),
    CLIENT_CONFIDENTIAL("This type of OAuth2 application must authenticate. Switch client authentication on."),
    CLIENT_AUTHENTICATOR("An OAuth2 application must authenticate with its client ID and secret."),
    CLIENT_STANDARD_FLOW("Users log in to this type of OAuth2 application. Switch the standard flow on."),
    CLIENT_IMPLICIT("An OAuth2 application does not use the implicit flow."),
    CLIENT_GRANTS("An OAuth2 application uses neither service accounts nor direct access grants."),
    CLIENT_AUTHORIZATION("An OAuth2 application does not use Keycloak's authorization services."),
    CLIENT_SCOPES("An OAuth2 application has no client scopes."),
    CLIENT_BOUND("Session IDs are not bound to a key or a certificate. Switch the setting {0} off."),
    CLIENT_REQUEST("An OAuth2 application does not use pushed authorization requests or request objects. "
            + "Switch the setting {0} off."),
    CLIENT_BEARER_ONLY(
            "An OAuth2 application cannot be bearer-only, because it gets session IDs. Set bearerOnly to false."),
    CLIENT_PROTOCOL("The protocol of an OAuth2 application must be openid-connect."),
    CLIENT_PKCE("The PKCE method of an OAuth2 application must be S256."),
    CLIENT_CONSENT("An OAuth2 application asks its users for consent. Save the client once."),
    CLIENT_URLS("A machine to machine application has no redirect URLs."),
    CLIENT_SECRET("An OAuth2 application does not use Keycloak's client secret. Add a secret to the "
            + "application instead."),
    CLIENT_REGISTERED("Dynamic client registration cannot give a client settings of this extension. Only an "
            + "administrator can."),
    CUSTOMER_ID_KEPT("The customer ID cannot be changed with the realm. Change it in the settings of the "
            + "OAuth2 applications."),
    LIMIT("This organisation has reached its limit of OAuth2 applications, which is {0}."),
    SWITCHED_OFF("OAuth2 applications are not switched on in this realm. Set enabled in the settings."),
    NEVER_SERVED("OAuth2 applications are not available in the realm whose users administer the server."),

    SECRETLESS("A single page web application has no client secret."),
    SECRETS_FULL("The application already has {0} client secrets. Delete one first."),
    KEYLESS("Only machine to machine applications have public keys."),
    KEY_KNOWN("The application already has this key."),
    KEYS_FULL("An application can have up to {0} public keys. Delete one first."),
    SUBJECT_REQUIRED("You do not have a user in this realm. Say which user the key belongs to."),

    NO_APPLICATION("There is no such application."),
    NO_SECRET("The application has no such client secret."),
    NO_KEY("The application has no such key."),
    NO_GRANT("There is no such grant."),
    NO_REGISTERED_APPLICATION("There is no such registered application."),
    NO_REGISTERED_CLIENT("The registered application has no such client."),
    REGISTERED_REVOKED("The registered application is revoked and cannot be used or changed."),
    REGISTRATION_OFF("Dynamic client registration is not switched on in this realm. Set the realm attribute {0}."),
    REGISTRATION_NEVER("Dynamic client registration is not available in the realm whose users administer the server."),
    REGISTRATION_UNREADABLE("One of the realm attributes {0} and {1} cannot be read. Correct it first."),

    IMPORT_ARRAY("The attribute {0} must be a JSON array."),
    IMPORT_APPLICATION("Registered application {0} of the import cannot be read: {1}"),
    IMPORT_OBJECT("It must be a JSON object."),
    IMPORT_MEMBER("It has a member that a registered application in an export does not have."),
    IMPORT_ID("{0} must be a string of 1 to 36 letters, digits and hyphens that does not begin with a hyphen."),
    IMPORT_TAKEN("{0} is the same as in another one of the import."),
    IMPORT_TIME("{0} must be a time from 1970 to 9999, such as 2026-01-31T12:00:00Z."),

    LOG_IN("Log in. The token is missing or not valid."),
    FORBIDDEN("You do not have permission to do this."),
    NO_PATH("There is nothing at this path."),
    METHODS("This path accepts {0}."),
    OUTDATED("Somebody else has changed this in the meantime. Read it again."),
    BODY_LARGE("The request body is larger than 64 KiB."),
    BODY_OBJECT("The request body must be a JSON object."),
    BODY_UNREADABLE("The request body cannot be read."),
    BODY_TYPE("Send JSON."),

    PEM_LARGE("The PEM text is larger than 16 KiB."),
    PEM_PRIVATE("This text contains a private key. The server did not keep it, but it was sent over the "
            + "network. Create a new key pair, and add only its public key or certificate."),
    PEM_ONE("The text must contain exactly one PEM block, PUBLIC KEY or CERTIFICATE. Other text around it is ignored, "
            + "other blocks are not."),
    PEM_MALFORMED("The content of the PEM block is not valid base64."),
    CERTIFICATE_UNREADABLE("The certificate cannot be read."),
    CERTIFICATE_EXPIRED("The certificate has expired."),
    CERTIFICATE_FUTURE("The certificate is not valid yet."),
    KEY_NOT_RSA("The public key cannot be read as an RSA key. Only RSA keys of 2048 to 4096 bits are accepted."),
    KEY_SIZE("The RSA key must have 2048 to 4096 bits, and a public exponent of at most 64 bits."),

    LOGO_TYPE("Send the logo as image/png, image/jpeg or image/webp."),
    LOGO_LARGE("The logo is larger than 256 KiB."),
    LOGO_UNREADABLE("The file is not a readable PNG, JPEG or WebP image."),
    LOGO_OTHER("The image does not have the type that the Content-Type header says."),
    LOGO_SIZE("A logo has at least 1 by 1 and at most 1024 by 1024 pixels.");

    private final String english;

    Sentence(String english) {
        this.english = english;
    }

    /** Where a file of another language has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** As it stands here, with its places. */
    public String english() {
        return english;
    }

    /** The sentence with these values in its places: our names and numbers, or another sentence. */
    public Said with(Object... values) {
        return new Said(this, List.of(values));
    }
}
