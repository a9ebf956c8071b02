package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Gateway;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Pkce;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.Server;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** The contract's endpoints and the realm's standard ones, as they are reached through one host. */
record Workfront(Server server, Organisation organisation) {

    /** The same for every test: of RFC 7636, appendix B. */
    static final Pkce PKCE = new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    /** Directly behind this host. */
    static Workfront on(KeycloakServer keycloak, String host) {
        return on(keycloak, host, "acme");
    }

    /** The same for another organisation's realm. */
    static Workfront on(KeycloakServer keycloak, String host, String realm) {
        String base = "http://" + keycloak.host(host);
        return new Workfront(
                Secrecy.to(keycloak.port()),
                new Organisation(base, base + keycloak.base().getPath() + "/realms/" + realm));
    }

    /** Below the realm's path, whatever the host. */
    Workfront below() {
        return new Workfront(server, organisation.below());
    }

    /** What stands before {@code /integrations}. */
    String base() {
        return organisation.contract();
    }

    String authorizeEndpoint() {
        return base() + "/integrations/oauth2/authorize";
    }

    String tokenEndpoint() {
        return base() + "/integrations/oauth2/api/v1/token";
    }

    String revokeEndpoint() {
        return base() + "/integrations/oauth2/api/v1/revoke";
    }

    String logoutEndpoint() {
        return base() + "/attask/api/v20.0/logout";
    }

    String verifyEndpoint() {
        return new Gateway(server, organisation).address();
    }

    String sessionEndpoint() {
        return base() + "/attask/api/v20.0/session";
    }

    String standardEndpoint(String name) {
        return organisation.realm() + "/protocol/openid-connect/" + name;
    }

    /** What an application sends to the authorization endpoint. */
    static Map<String, String> query(Application application) {
        Map<String, String> query = new TreeMap<>();
        query.put("client_id", application.clientId());
        query.put("redirect_uri", application.redirectUrl());
        query.put("response_type", "code");
        query.put("state", "the state");
        if (application.secret() == null) {
            query.putAll(PKCE.parameters());
        }
        return query;
    }

    String authorizeAddress(Map<String, String> query) {
        return authorizeEndpoint() + "?" + Form.encode(query);
    }

    String authorizeAddress(Application application) {
        return authorizeAddress(query(application));
    }

    /** What an application sends with a code, apart from its credentials. */
    static Map<String, String> codeGrant(Application application, String code) {
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", application.redirectUrl());
        if (application.secret() == null) {
            fields.put("code_verifier", PKCE.verifier());
        }
        return fields;
    }

    static Map<String, String> refreshGrant(String refreshToken) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    WorkfrontClient client(Application application) {
        return new WorkfrontClient(server, organisation, application);
    }

    Answer redeem(Application application, String code) {
        return client(application).token(codeGrant(application, code));
    }

    Answer refresh(Application application, String refreshToken) {
        return client(application).refresh(refreshToken);
    }

    JsonNode introspect(String token) {
        return new ResourceServer(server, organisation).introspect(token).body();
    }

    JsonNode introspectRefreshToken(String token) {
        return new ResourceServer(server, organisation)
                .introspectRefreshToken(token)
                .body();
    }

    /** Whether a refresh with it would succeed. */
    boolean refreshable(String token) {
        return introspectRefreshToken(token).path("active").asBoolean(false);
    }

    /** Whether a resource server would accept it. */
    boolean alive(String token) {
        return new ResourceServer(server, organisation).accepts(token);
    }

    /** What a gateway is told about a request with these headers. */
    Answer verify(String... headers) {
        return get(verifyEndpoint(), headers);
    }

    /** Whether a gateway would let it through. */
    boolean verified(String sessionId) {
        return verify("sessionID", sessionId).status() == 204;
    }

    Answer send(Request request, String... headers) {
        Request dressed = request;
        for (int i = 0; i < headers.length; i += 2) {
            dressed = dressed.header(headers[i], headers[i + 1]);
        }
        return Answers.of(server.send(dressed));
    }

    Answer get(String address, String... headers) {
        return send(Request.get(address), headers);
    }

    Answer post(String address, Map<String, String> fields, String... headers) {
        return send(Request.form(address, List.copyOf(fields.entrySet())), headers);
    }

    static String basic(String clientId, String secret) {
        String pair = Form.encode(clientId) + ":" + Form.encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
