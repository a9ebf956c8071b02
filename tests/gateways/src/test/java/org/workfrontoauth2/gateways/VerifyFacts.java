package org.workfrontoauth2.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;

/** What the gateways do that ask verify. */
abstract class VerifyFacts extends GatewayFacts {

    VerifyFacts(KeycloakServer keycloak) {
        super(keycloak);
    }

    @Test
    void otherHostsAreNotFound() {
        Response response = send(Request.get(base() + "/attask/api/v15.0/user")
                .header("Host", "acme.my.workfront.example")
                .header("sessionID", sessionId()));

        // Misdirected Request (RFC 9110, 15.5.20), or Not Found; Caddy answers hosts it does not know with nothing.
        assertThat(response.text()).doesNotContain("data");
        assertThat(api().count()).isZero();
    }

    @Test
    void aQueryCounts() {
        assertThat(send(Request.get(base() + "/attask/api/v15.0/user?fields=name&sessionID=" + sessionId()))
                        .status())
                .isEqualTo(200);
        assertBobCalled();
    }

    @Test
    void aCookieCountsWhereNothingIsChanged() {
        assertThat(send(get().header("Cookie", "a=b; sessionID=" + sessionId())).status())
                .isEqualTo(200);
        assertBobCalled();
    }

    /** Other sites can make a browser open one, and read it. */
    @Test
    void aCookieDoesNotOpenAWebSocket() {
        assertRefused(send(get().header("Cookie", "sessionID=" + sessionId())
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aCookieDoesNotCountWhereSomethingIsChanged(String method) {
        assertRefused(send(Request.of(method, base() + "/attask/api/v15.0/user")
                .header("Cookie", "sessionID=" + sessionId())
                .header("Content-Length", "0")));
    }

    /** The names that gateways use are not the client's to send. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Original-Method", "X-Forwarded-Method"})
    void theClientDoesNotChooseTheMethod(String header) {
        assertRefused(send(Request.of("POST", base() + "/attask/api/v15.0/user")
                .header("Cookie", "sessionID=" + sessionId())
                .header(header, "GET")
                .header("Content-Length", "0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Original-URI", "X-Original-URL", "X-Forwarded-Uri", "X-Envoy-Original-Path"})
    void theClientDoesNotChooseTheUri(String header) {
        assertRefused(send(get().header(header, "/attask/api/v15.0/user?sessionID=" + sessionId())));
    }

    @Test
    void twoDifferentSessionIdsAreAnError() {
        Response response = send(get().header("sessionID", sessionId()).header("Authorization", "Bearer another"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("two different session IDs");
        assertThat(api().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sessionID, invented", "Authorization, Bearer invented"})
    void theRefusalIsThatOfVerify(String header, String value) {
        Response verify = new Loopback(keycloak().port())
                .send(Request.get("http://acme.my.localhost:" + keycloak().port()
                                + "/integrations/oauth2/api/v1/session/verify")
                        .header(header, value));

        Response response = send(get().header(header, value));

        assertThat(response.status()).isEqualTo(verify.status()).isEqualTo(401);
        assertThat(json(response.text())).isEqualTo(json(verify.text()));
        assertThat(response.headers().all("WWW-Authenticate"))
                .isEqualTo(verify.headers().all("WWW-Authenticate"));
    }
}
