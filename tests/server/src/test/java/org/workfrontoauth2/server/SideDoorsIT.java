package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 8: an application is refused at every other standard endpoint. */
@RunsOn
class SideDoorsIT {

    private static final Application MACHINE =
            new Application("acme-m2m", "acme-m2m-secret-for-the-demo-only", "http://localhost:9999/m2m");

    private final Demo demo;
    private final Workfront workfront;

    SideDoorsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    // Authorize

    @ParameterizedTest
    @CsvSource({
        "acme-web, ''",
        "acme-web, openid",
        "acme-web, openid offline_access",
        "acme-spa, ''",
        "acme-spa, openid",
    })
    void theStandardAuthorizationEndpointRedirectsWithAnError(String clientId, String scope) {
        Application application = application(clientId);
        Map<String, String> query = Workfront.query(application);
        query.put("scope", scope);
        demo.realm().events().clear();

        Callback callback = new Browser(workfront.server())
                .open(workfront.standardEndpoint("auth") + "?" + Form.encode(query))
                .callback();

        assertThat(callback.target()).isEqualTo(application.redirectUrl());
        assertThat(callback.parameters())
                .containsEntry("error", "unauthorized_client")
                .containsEntry("state", "the state")
                .doesNotContainKey("code");
        assertThat(demo.realm().events().errors()).extracting(Event::type).containsExactly("LOGIN_ERROR");
    }

    /** No answer goes to an address that is not the application's. */
    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/, invalid_redirect_uri",
        "redirect_uri, http://localhost:9999/callback/x, invalid_redirect_uri",
        "redirect_uri, '', invalid_redirect_uri",
        "state, long, invalid_request",
    })
    void theStandardAuthorizationEndpointShowsAPageWhereItCannotRedirect(String name, String value, String error) {
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put(name, value.equals("long") ? "s".repeat(5000) : value);
        demo.realm().events().clear();

        Page page = new Browser(workfront.server()).open(workfront.standardEndpoint("auth") + "?" + Form.encode(query));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.left()).isEmpty();
        assertThat(demo.realm().events().errors()).extracting(Event::error).containsExactly(error);
    }

    @Test
    void aDisabledApplicationIsToldNothingThere() {
        try (Demo.Temporary disabled = demo.singlePage(client -> client.put("enabled", false))) {
            demo.realm().events().clear();

            Page page = new Browser(workfront.server())
                    .open(workfront.standardEndpoint("auth") + "?"
                            + Form.encode(Workfront.query(disabled.application())));

            assertThat(page.status()).isEqualTo(400);
            assertThat(demo.realm().events().errors()).extracting(Event::error).containsExactly("client_disabled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whoeverIsLoggedInGetsNoCodeThereEither(String method) {
        Visitor visitor = demo.visitor();
        visitor.allow(workfront, Acme.WEB);
        String query = Form.encode(Workfront.query(Acme.WEB));

        if (method.equals("GET")) {
            Page page = visitor.browser().open(workfront.standardEndpoint("auth") + "?" + query);
            assertThat(page.callback().parameters()).containsEntry("error", "unauthorized_client");
        } else {
            Answer answer = workfront.send(Request.of("POST", workfront.standardEndpoint("auth"))
                    .body("application/x-www-form-urlencoded", query));
            assertThat(answer.headers().first("Location").orElse("")).contains("error=unauthorized_client");
        }
    }

    /** Ways into the login pages that name a client. */
    @ParameterizedTest
    @ValueSource(strings = {"registrations", "forgot-credentials"})
    void noOtherPageStartsALoginForAnApplication(String endpoint) {
        demo.realm().change(realm -> realm.put("registrationAllowed", true).put("resetPasswordAllowed", true));
        try {
            Page page = new Browser(workfront.server())
                    .open(workfront.standardEndpoint(endpoint) + "?" + Form.encode(Workfront.query(Acme.WEB)));

            assertThat(page.left()
                            .map(left -> left.parameter("error").orElse(""))
                            .orElse("" + page.status()))
                    .isIn("unauthorized_client", "400", "404");
        } finally {
            demo.realm().change(realm -> realm.put("registrationAllowed", false).put("resetPasswordAllowed", false));
        }
    }

    // Token

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "acme-web, authorization_code",
        "acme-web, refresh_token",
        "acme-web, password",
        "acme-web, client_credentials",
        "acme-web, urn:ietf:params:oauth:grant-type:token-exchange",
        "acme-web, urn:ietf:params:oauth:grant-type:device_code",
        "acme-web, urn:openid:params:grant-type:ciba",
        "acme-web, urn:ietf:params:oauth:grant-type:uma-ticket",
        "acme-web, urn:ietf:params:oauth:grant-type:jwt-bearer",
        "acme-spa, authorization_code",
        "acme-spa, refresh_token",
        "acme-spa, password",
        "acme-spa, urn:ietf:params:oauth:grant-type:token-exchange",
        "acme-spa, urn:ietf:params:oauth:grant-type:device_code",
        "acme-m2m, client_credentials",
        "acme-m2m, urn:ietf:params:oauth:grant-type:token-exchange",
        "acme-m2m, urn:ietf:params:oauth:grant-type:jwt-bearer",
    })
    void theStandardTokenEndpointRefusesEveryGrant(String clientId, String grantType) {
        Application application = application(clientId);
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", grantType);
        if (grantType.equals("authorization_code")) {
            String code = demo.visitor().allow(workfront, application).code();
            fields.putAll(Workfront.codeGrant(application, code));
        }
        Tokens tokens = application.equals(MACHINE) ? null : demo.visitor().grant(workfront, application);
        if (tokens != null) {
            fields.put("refresh_token", tokens.refreshToken());
            fields.put("subject_token", tokens.sessionId());
            fields.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        }
        fields.putAll(Map.of("username", "alice", "password", "alice", "device_code", "x", "auth_req_id", "x"));
        fields.put("scope", "openid");

        Refused refused = demo.refused(() -> standard("token", application, fields));

        Answers.assertThat(refused.answer()).isStandardError(400, "unauthorized_client");
        assertThat(refused.errors()).hasSize(1);
        if (tokens != null) {
            assertThat(workfront.alive(tokens.sessionId())).isTrue();
            Tokens.of(workfront.refresh(application, tokens.refreshToken()));
        }
    }

    @Test
    void anApplicationsCodeIsNotRedeemedByAnOrdinaryClient() {
        String code = demo.visitor().allow(workfront, Acme.WEB).code();

        Answer answer = new PlainClient(workfront).redeem(code);

        Answers.assertThat(answer).isStandardError(400, "invalid_grant");
    }

    @Test
    void anOrdinaryClientsCodeIsNotRedeemedByAnApplication() {
        String code = demo.visitor()
                .logIn(new PlainClient(workfront).address("openid"))
                .callback()
                .code();

        Answers.assertThat(workfront.redeem(Acme.WEB, code)).isWorkfrontError(400, "invalid_grant");
    }

    @Test
    void anApplicationsTokensAreExchangedByNobody() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        for (String token : new String[] {tokens.sessionId(), tokens.refreshToken()}) {
            PlainClient plain = new PlainClient(workfront);
            assertThat(plain.token(Map.of("grant_type", "refresh_token", "refresh_token", token))
                            .status())
                    .isEqualTo(400);
            assertThat(plain.token(Map.of(
                                    "grant_type",
                                    "urn:ietf:params:oauth:grant-type:token-exchange",
                                    "subject_token",
                                    token,
                                    "subject_token_type",
                                    "urn:ietf:params:oauth:token-type:access_token"))
                            .status())
                    .isEqualTo(400);
        }
    }

    // The others

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "acme-web, ext/par/request",
        "acme-spa, ext/par/request",
        "acme-web, auth/device",
        "acme-spa, auth/device",
        "acme-m2m, auth/device",
        "acme-web, ext/ciba/auth",
        "acme-m2m, ext/ciba/auth",
    })
    void isRefusedAt(String clientId, String endpoint) {
        Application application = application(clientId);
        Map<String, String> fields = Workfront.query(application);
        fields.putAll(Map.of("scope", "openid", "login_hint", "alice"));

        Refused refused = demo.refused(() -> standard(endpoint, application, fields));

        // Keycloak's CIBA endpoint passes the error on, with a status of its own.
        int status = endpoint.startsWith("ext/ciba") ? 401 : 400;
        Answers.assertThat(refused.answer()).isStandardError(status, "unauthorized_client");
        assertThat(refused.errors()).isNotEmpty();
    }

    /** An application with such a setting does not come into being, or the setting opens nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth2.device.authorization.grant.enabled",
                "standard.token.exchange.enabled",
                "oidc.ciba.grant.enabled",
                "oauth2.jwt.authorization.grant.enabled",
            })
    void settingsOfTheClientOpenNoDoor(String setting) {
        try (Demo.Temporary open =
                demo.singlePage(client -> ((ObjectNode) client.get("attributes")).put(setting, "true"))) {
            for (String grantType : List.of(
                    "password",
                    "urn:ietf:params:oauth:grant-type:token-exchange",
                    "urn:ietf:params:oauth:grant-type:device_code")) {
                Map<String, String> fields =
                        Map.of("grant_type", grantType, "username", "alice", "password", "alice", "device_code", "x");

                Answers.assertThat(standard("token", open.application(), fields))
                        .isStandardError(400, "unauthorized_client");
            }
            Answers.assertThat(standard("auth/device", open.application(), Map.of()))
                    .isStandardError(400, "unauthorized_client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicitFlowEnabled", "directAccessGrantsEnabled"})
    void flowsThatTheContractDoesNotHaveCannotBeSwitchedOn(String flow) {
        assertThatThrownBy(() -> demo.realm().clients().change("acme-spa", client -> client.put(flow, true)))
                .hasMessageContaining("400");

        Map<String, String> implicit = Workfront.query(Acme.SINGLE_PAGE);
        implicit.put("response_type", "token");
        Callback callback = new Browser(workfront.server())
                .open(workfront.standardEndpoint("auth") + "?" + Form.encode(implicit))
                .callback();
        assertThat(callback.address()).contains("error=").doesNotContain("access_token");
    }

    @Test
    void userinfoIsClosed() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Answer answer =
                workfront.get(workfront.standardEndpoint("userinfo"), "Authorization", "Bearer " + tokens.sessionId());

        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text()).doesNotContain(tokens.wid());
    }

    /** Dynamic registration's own token, as an administrator can make one for any client. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "openid-connect"})
    void aRegistrationTokenReadsAndChangesNoApplication(String provider) {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            String token = demo.realm().clients().registrationToken(temporary.clientId());
            // Such a token is good at the host where it was made.
            String realm = workfront.organisation().realm().replace("://acme.my.localhost", "://127.0.0.1");
            String address = realm + "/clients-registrations/" + provider + "/" + temporary.clientId();
            String body = provider.equals("default")
                    ? "{\"clientId\":\"" + temporary.clientId() + "\",\"redirectUris\":[\"https://evil.example/\"]}"
                    : "{\"client_id\":\"" + temporary.clientId() + "\",\"redirect_uris\":[\"https://evil.example/\"]}";

            for (Request request : new Request[] {
                Request.get(address),
                Request.of("PUT", address).body("application/json", body),
                Request.of("DELETE", address)
            }) {
                Answer answer = workfront.send(request, "Authorization", "Bearer " + token);

                assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 403);
                assertThat(answer.member("error")).isEqualTo("unauthorized_client");
            }
            assertThat(demo.realm()
                            .clients()
                            .find(temporary.clientId())
                            .get("redirectUris")
                            .toString())
                    .doesNotContain("evil");
        }
    }

    /** A confidential client may read itself there with its credentials. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "openid-connect", "install"})
    void credentialsReadNoApplication(String provider) {
        Answer answer = workfront.get(
                workfront.organisation().realm() + "/clients-registrations/" + provider + "/acme-web",
                "Authorization",
                Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only"));

        assertThat(answer.status()).isIn(400, 401, 403, 404);
        assertThat(answer.text()).doesNotContain("http://localhost:9999/callback");
    }

    private Answer standard(String endpoint, Application application, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("client_id", application.clientId());
        if (application.secret() != null) {
            all.put("client_secret", application.secret());
        }
        return workfront.post(workfront.standardEndpoint(endpoint), all);
    }

    private static Application application(String clientId) {
        return switch (clientId) {
            case "acme-web" -> Acme.WEB;
            case "acme-spa" -> Acme.SINGLE_PAGE;
            default -> MACHINE;
        };
    }
}
