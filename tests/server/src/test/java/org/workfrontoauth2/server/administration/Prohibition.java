package org.workfrontoauth2.server.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What no application may be (contract, section 2), as a change to a single page application that is one. */
enum Prohibition {
    WILDCARD(client -> redirectTo(client, "https://app.example/*"), "must not contain a wildcard"),
    HTTP(client -> redirectTo(client, "http://app.example/cb"), "must be https, except on a loopback address"),
    FRAGMENT(client -> redirectTo(client, "https://app.example/cb#here"), "must be URLs without a fragment"),
    DEFAULT_PORT(client -> redirectTo(client, "https://app.example:443/cb"), "must not name the default port"),
    PARAMETER_OF_THE_ANSWER(
            client -> redirectTo(client, "https://app.example/cb?st%61te=fixed"), "that the server adds itself"),
    URN(client -> redirectTo(client, "urn:ietf:wg:oauth:2.0:oob"), "must not be URNs"),
    IMPLICIT_FLOW(client -> client.put("implicitFlowEnabled", true), "does not use the implicit flow"),
    PASSWORDS(client -> client.put("directAccessGrantsEnabled", true), "nor direct access grants"),
    SERVICE_ACCOUNT(
            client -> client.put("publicClient", false)
                    .put("serviceAccountsEnabled", true)
                    .withObject("/attributes")
                    .put("workfront.application.type", "web"),
            "neither service accounts"),
    SECRET_OF_SINGLE_PAGE(client -> client.put("publicClient", false), "has no client secret"),
    WEB_WITHOUT_SECRET(client -> attribute(client, "workfront.application.type", "web"), "must authenticate"),
    REDIRECT_TO_A_MACHINE(
            client -> attribute(client.put("publicClient", false), "workfront.application.type", "machine-to-machine"),
            "has no redirect URLs"),
    OTHER_PROTOCOL(client -> client.put("protocol", "saml"), "must be openid-connect"),
    PLAIN_PKCE(client -> attribute(client, "pkce.code.challenge.method", "plain"), "PKCE method"),
    BOUND_BY_DPOP(client -> attribute(client, "dpop.bound.access.tokens", "true"), "are not bound to a key"),
    BOUND_BY_A_CERTIFICATE(
            client -> attribute(client, "tls.client.certificate.bound.access.tokens", "true"),
            "are not bound to a key or a certificate"),
    PUSHED_REQUESTS_ONLY(
            client -> attribute(client, "require.pushed.authorization.requests", "true"),
            "Switch the setting require.pushed.authorization.requests off"),
    REQUEST_OBJECTS_ONLY(
            client -> attribute(client, "request.object.required", "request or request_uri"),
            "Switch the setting request.object.required off"),
    BEARER_ONLY(client -> client.put("bearerOnly", true), "cannot be bearer-only"),
    NO_LOGINS(client -> client.put("standardFlowEnabled", false), "Switch the standard flow on"),
    AUTHORIZATION_SERVICES(client -> client.put("authorizationServicesEnabled", true), "authorization services"),
    LONG_NAME(client -> client.put("name", tooLong()), "The field name of an OAuth2 application must not be longer"),
    LONG_DESCRIPTION(client -> client.put("description", tooLong()), "The field description"),
    ZERO_BYTE_IN_A_NAME(client -> client.put("name", "a\0b"), "has characters that cannot be stored"),
    UNKNOWN_TYPE(
            client -> attribute(client, "workfront.application.type", "mobile"),
            "must be web, single-page or machine-to-machine"),
    UNREADABLE_FLAG(
            client -> attribute(client, "workfront.rotate", "perhaps"), "workfront.rotate must be true or false"),
    UNREADABLE_GRACE(
            client -> attribute(client, "workfront.grace.seconds", "61"),
            "must be a whole number of seconds from 0 to 60"),
    UNREADABLE_EXPIRATION(
            client -> attribute(client, "client.offline.session.max.lifespan", "1 day"),
            "must be a whole number of seconds from 1 to 1576800000"),
    NEGATIVE_EXPIRATION(
            client -> attribute(client, "client.offline.session.idle.timeout", "-2"),
            "must be a whole number of seconds from 1 to 1576800000"),
    ENDLESS_EXPIRATION(
            client -> attribute(client, "client.offline.session.idle.timeout", "1576800001"),
            "must be a whole number of seconds from 1 to 1576800000"),
    UNORDERED_EXPIRATIONS(
            client -> {
                attribute(client, "client.offline.session.max.lifespan", "60");
                attribute(client, "client.offline.session.idle.timeout", "61");
            },
            "must not be longer than the absolute expiration"),
    PLANTED_SECRET(
            client -> attribute(client, "workfront.secret.sha256", "0123456789abcdef".repeat(4)),
            "is read only while a whole realm is imported");

    private final Consumer<ObjectNode> offence;
    private final String words;

    Prohibition(Consumer<ObjectNode> offence, String words) {
        this.offence = offence;
        this.words = words;
    }

    /** What the sentence says. */
    String words() {
        return words;
    }

    /** A client that offends; without the offence it would do. */
    ObjectNode client(String clientId) {
        ObjectNode client = application(clientId);
        offend(client);
        return client;
    }

    void offend(ObjectNode client) {
        offence.accept(client);
    }

    /** Nothing is wrong with this one. */
    static ObjectNode application(String clientId) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", clientId)
                .put("protocol", "openid-connect")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", false);
        redirectTo(client, "https://app.example/cb");
        attribute(client, "workfront.application.type", "single-page");
        return client;
    }

    /** One character more than Keycloak keeps. */
    private static String tooLong() {
        return "x".repeat(256);
    }

    private static void redirectTo(ObjectNode client, String url) {
        client.putArray("redirectUris").add(url);
    }

    private static void attribute(ObjectNode client, String name, String value) {
        client.withObject("/attributes").put(name, value);
    }
}
