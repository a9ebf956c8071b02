package org.workfrontoauth2.walkthrough;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client written for Workfront's OAuth2, in all the ways in which real ones write their requests (contract,
 * sections 4 and 10).
 */
public final class WorkfrontClient {

    private final Server server;
    private final Organisation organisation;
    private final Application application;
    private final Encoding encoding;
    private final Authentication authentication;
    private final @Nullable String origin;

    private WorkfrontClient(
            Server server,
            Organisation organisation,
            Application application,
            Encoding encoding,
            Authentication authentication,
            @Nullable String origin) {
        this.server = server;
        this.organisation = organisation;
        this.application = application;
        this.encoding = encoding;
        this.authentication = authentication;
        this.origin = origin;
    }

    /** A client that sends forms, with its credentials, if it has any, in the body: what most clients do. */
    public WorkfrontClient(Server server, Organisation organisation, Application application) {
        this(
                server,
                organisation,
                application,
                Encoding.FORM,
                application.secret() == null ? Authentication.PUBLIC : Authentication.BODY,
                null);
    }

    /** The same application, written in another way. */
    public WorkfrontClient sending(Encoding otherEncoding, Authentication otherAuthentication) {
        return new WorkfrontClient(server, organisation, application, otherEncoding, otherAuthentication, origin);
    }

    /** The same application, run by a page of this origin. */
    public WorkfrontClient from(String pageOrigin) {
        return new WorkfrontClient(server, organisation, application, encoding, authentication, pageOrigin);
    }

    /** Where the application sends the user's browser. */
    public String authorizeUrl(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", application.clientId());
        parameters.put("redirect_uri", application.redirectUrl());
        parameters.put("response_type", "code");
        parameters.putAll(more);
        return organisation.contract() + "/integrations/oauth2/authorize?" + UrlEncoded.write(parameters.entrySet());
    }

    public Answer exchange(String code) {
        return token(grant("authorization_code", "code", code, "redirect_uri", application.redirectUrl()));
    }

    public Answer exchange(String code, Pkce pkce) {
        Map<String, String> fields =
                grant("authorization_code", "code", code, "redirect_uri", application.redirectUrl());
        fields.put("code_verifier", pkce.verifier());
        return token(fields);
    }

    public Answer refresh(String refreshToken) {
        return token(grant("refresh_token", "refresh_token", refreshToken));
    }

    /** Exchanges a signed JWT for a session ID (contract, section 5). */
    public Answer exchangeJwt(String jwt) {
        return post(
                organisation.contract() + "/integrations/oauth2/api/v1/jwt/exchange",
                Map.of("jwt_token", jwt),
                encoding);
    }

    /** A token request with any fields; the client's credentials come along. */
    public Answer token(Map<String, String> fields) {
        return post(tokenEndpoint(), fields, encoding);
    }

    /** Revokes a session ID or a refresh token (RFC 7009). */
    public Answer revoke(String token) {
        return post(organisation.realm() + "/protocol/openid-connect/revoke", Map.of("token", token), Encoding.FORM);
    }

    /** Ends a grant where Workfront's own clients do (contract, section 4, Revoke); the credentials come along. */
    public Answer endGrant(Map<String, String> fields) {
        return post(organisation.contract() + "/integrations/oauth2/api/v1/revoke", fields, encoding);
    }

    /** Asks what one of the application's own tokens is worth (contract, section 8). */
    public Answer introspect(String token) {
        return post(
                organisation.realm() + "/protocol/openid-connect/token/introspect",
                Map.of("token", token),
                Encoding.FORM);
    }

    /** Ends a session as Workfront's API clients do (contract, section 6). */
    public Answer logOut(String sessionId) {
        return Answer.of(server.send(Request.get(organisation.contract() + "/attask/api/v15.0/logout")
                .header("sessionID", sessionId)));
    }

    /** Asks whose session ID it is, as Workfront's API clients do (contract, section 6). */
    public Answer session(String sessionId) {
        return Answer.of(server.send(Request.get(organisation.contract() + "/attask/api/v15.0/session")
                .header("sessionID", sessionId)));
    }

    /** What a browser asks before a page of another origin may send a token request (contract, section 7). */
    public Answer preflight() {
        return Answer.of(server.send(Request.of("OPTIONS", tokenEndpoint())
                .header("Origin", Objects.requireNonNull(origin))
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")));
    }

    /** The description a client can find everything by (RFC 8414). */
    public Answer metadata() {
        return Answer.of(server.send(Request.get(organisation.contract() + "/.well-known/oauth-authorization-server")));
    }

    private String tokenEndpoint() {
        return organisation.contract() + "/integrations/oauth2/api/v1/token";
    }

    private Answer post(String endpoint, Map<String, String> fields, Encoding as) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Request request = Request.of("POST", endpoint);
        switch (authentication) {
            case BASIC -> request = request.header("Authorization", "Basic " + basic());
            case BODY -> {
                all.put("client_id", application.clientId());
                all.put("client_secret", secret());
            }
            case PUBLIC -> all.put("client_id", application.clientId());
        }
        if (origin != null) {
            request = request.header("Origin", origin);
        }
        return Answer.of(server.send(
                switch (as) {
                    case FORM ->
                        request.body(
                                "application/x-www-form-urlencoded", UrlEncoded.write(List.copyOf(all.entrySet())));
                    case JSON -> request.body("application/json", json(all));
                }));
    }

    /** As RFC 6749, 2.3.1, has it: both parts are form-encoded first. */
    private String basic() {
        String pair = UrlEncoded.encode(application.clientId()) + ":" + UrlEncoded.encode(secret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private String secret() {
        return Optional.ofNullable(application.secret())
                .orElseThrow(() -> new IllegalStateException(application.clientId() + " has no secret."));
    }

    private static Map<String, String> grant(String type, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("grant_type", type);
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    private static String json(Map<String, String> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::put);
        return object.toString();
    }
}
