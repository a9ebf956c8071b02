package org.workfrontoauth2.contract;

/** Every setting of a realm or a client: its name, its default and its meaning. They are written only here. */
public enum Setting {
    ENABLED(Place.REALM, "workfront.enabled", "false", "Switches the contract on in this realm."),
    CUSTOMER_ID(
            Place.REALM,
            "workfront.customer.id",
            "generated",
            "The organisation's customer ID: 32 hexadecimal digits."),
    APPLICATION_LIMIT(
            Place.REALM,
            "workfront.application.limit",
            "10",
            "How many OAuth2 applications the organisation can have at a time."),
    GRANTS_PER_USER(
            Place.REALM,
            "workfront.grants.per.user",
            "50",
            "How many active grants a user can have for one application, 1 to 9999. Beyond that, the one that was not used for the longest time ends."),
    JWT_ID_REQUIRED(
            Place.REALM,
            "workfront.jwt.id.required",
            "false",
            "Whether JWTs without a jti are refused. A JWT with a jti is accepted once."),
    JWT_IDS(
            Place.REALM,
            "workfront.jwt.ids",
            "50000",
            "How many jti of one application each node remembers at a time, 1 to 50000. Beyond that, JWTs with a jti are refused."),
    SESSION_QUERY(
            Place.REALM, "workfront.session.query", "true", "Whether a session ID in the query of a request is read."),
    VERIFY_ADDRESSES(
            Place.REALM,
            "workfront.verify.addresses",
            "loopback and private addresses; none if there is a secret",
            "Addresses and ranges that may ask who a session ID belongs to, separated by commas. The value none means no address."),
    VERIFY_SECRETS(
            Place.REALM,
            "workfront.verify.secret.sha256",
            "none",
            "The SHA-256 hash of the secret with which gateways may ask who a session ID belongs to, in hexadecimal, or two hashes with a space between them."),
    VERIFY_CACHE(
            Place.REALM,
            "workfront.verify.cache.seconds",
            "0",
            "How many seconds a node may tell gateways from its cache that a session ID is valid, 0 to 60. With 0, every session ID is looked up."),
    REGISTRATION_ENABLED(
            Place.REALM,
            "workfront.registration.enabled",
            "false",
            "Switches dynamic client registration on in this realm."),
    CLIENT_TOKEN_SECONDS(
            Place.REALM,
            "workfront.registration.token.seconds",
            "21600",
            "How long an access token of a registered client is valid, 1 second to 30 days."),
    TOKEN_QUERY(
            Place.REALM,
            "workfront.registration.token.query",
            "true",
            "Whether a token request of a registered client can have its parameters in the query if it has no body."),
    UNUSED_CLIENT_DAYS(
            Place.REALM,
            "workfront.registration.unused.days",
            "0",
            "After how many days without a new access token a registered client is deleted. With 0, never."),
    REGISTERED_APPLICATIONS(
            Place.REALM,
            "workfront.registered.applications",
            "none",
            "Registered applications as a JSON array. Read only when a whole realm is imported, and written only by a full kc.sh export."),

    TYPE(
            Place.APPLICATION,
            "workfront.application.type",
            "none",
            "Makes a client an OAuth2 application: web, single-page or machine-to-machine."),
    ROTATE(
            Place.APPLICATION,
            "workfront.rotate",
            "true for single page applications, else false",
            "Whether every refresh returns a new refresh token."),
    GRACE(
            Place.APPLICATION,
            "workfront.grace.seconds",
            "10 for single page applications, else 30",
            "How long the previous refresh token is still accepted, 0 to 60 seconds."),
    STANDARD_RESPONSES(
            Place.APPLICATION,
            "workfront.standard.responses",
            "false",
            "Errors as in RFC 6749 and the token type Bearer, for standard OAuth2 libraries."),
    ABSOLUTE_EXPIRATION(
            Place.APPLICATION,
            "client.offline.session.max.lifespan",
            "no expiration",
            "The longest time a refresh token can last, in seconds, counted from the user's consent."),
    INACTIVE_EXPIRATION(
            Place.APPLICATION,
            "client.offline.session.idle.timeout",
            "no expiration",
            "How long a refresh token lasts, in seconds, if it is not used and the user does not log in."),
    SESSION_SECONDS(Place.APPLICATION, "access.token.lifespan", "3600", "How long a session ID is valid, in seconds."),
    SECRET_HASH(
            Place.APPLICATION,
            "workfront.secret.sha256",
            "none",
            "The SHA-256 hash of a client secret, in hexadecimal, or several hashes with spaces between them. Read only when a whole realm is imported, and written only by a full kc.sh export."),

    INTROSPECT(
            Place.RESOURCE_SERVER,
            "workfront.introspect",
            "false",
            "Whether this client may introspect the realm's session IDs and refresh tokens.");

    /** What a setting belongs to. */
    public enum Place {
        REALM("realm attribute"),
        APPLICATION("client attribute of an application"),
        RESOURCE_SERVER("client attribute of a resource server");

        private final String description;

        Place(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }
    }

    private final Place place;
    private final String key;
    private final String byDefault;
    private final String meaning;

    Setting(Place place, String key, String byDefault, String meaning) {
        this.place = place;
        this.key = key;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    public Place place() {
        return place;
    }

    /** The attribute's name. */
    public String key() {
        return key;
    }

    /** What holds when the attribute is missing, in words. */
    public String byDefault() {
        return byDefault;
    }

    /** One sentence for administrators. */
    public String meaning() {
        return meaning;
    }
}
