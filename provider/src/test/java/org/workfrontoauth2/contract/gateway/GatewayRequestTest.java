package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/** Contract, section 6: what a gateway passes on of the request that it has in its hands. */
class GatewayRequestTest {

    private static final String COOKIE = "a=b; sessionID=s1";

    private static GatewayRequest request(String method, String query, boolean below, String... headers) {
        return GatewayRequest.read(method, query, below, "127.0.0.1", HeadersSent.of(headers));
    }

    private static GatewayRequest get(String... headers) {
        return request("GET", "", false, headers);
    }

    private static Optional<String> sessionId(GatewayRequest request) throws Refused {
        return request.sessionId(true);
    }

    // Carriers

    @ParameterizedTest
    @CsvSource({
        "sessionID,             s1",
        "SESSIONID,             s1",
        "Authorization,         Bearer s1",
        "authorization,         bearer  s1",
        "Cookie,                sessionID=s1",
        "Cookie,                x=y; sessionID=s1; z",
        "Cookie,                'sessionID=\"s1\"'",
        "X-Original-URI,        /attask/api/v20.0/project?sessionID=s1&fields=name",
        "X-Original-URL,        https://acme.my.example/x?a=%E9&sessionID=s1#end",
        "X-Forwarded-Uri,       /x?sessionID=%731",
        "X-Envoy-Original-Path, /x?sessionID=s1",
    })
    void anyOfThemCarriesTheSessionId(String name, String value) throws Refused {
        assertThat(sessionId(get(name, value))).contains("s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionID=s1", "a=b&sessionID=s1", "%73essionID=s1", "sessionID=s1&sessionID=s1"})
    void itsOwnQueryDoesToo(String query) throws Refused {
        assertThat(sessionId(request("GET", query, false))).contains("s1");
        assertThat(sessionId(request("DELETE", query, true))).contains("s1");
    }

    @ParameterizedTest
    @CsvSource({
        "x,              y",
        "Authorization,  Basic YTpi",
        "Cookie,         sessionid=s1",
        "Cookie,         other=sessionID=s1",
        "X-Original-URI, /sessionID=s1",
        "X-Original-URI, /x?sessionid=s1",
        "X-Original-URI, /x?a=b#?sessionID=s1",
        "Referer,        https://acme.my.example/x?sessionID=s1",
    })
    void elsewhereThereIsNone(String name, String value) throws Refused {
        assertThat(sessionId(get(name, value))).isEmpty();
    }

    @Test
    void theSameOneMayComeInEveryWay() throws Refused {
        GatewayRequest request = request(
                "GET",
                "sessionID=s1",
                false,
                "sessionID",
                "s1",
                "Authorization",
                "Bearer s1",
                "Cookie",
                COOKIE,
                "X-Original-URI",
                "/x?sessionID=s1",
                "X-Original-Method",
                "GET");

        assertThat(sessionId(request)).contains("s1");
    }

    @ParameterizedTest
    @CsvSource({
        "sessionID,      s2",
        "Authorization,  Bearer s2",
        "Cookie,         sessionID=s2",
        "X-Original-URI, /x?sessionID=s2",
        "X-Original-URI, /x?sessionID=%zz",
    })
    void twoDifferentOnesAreRefused(String name, String value) {
        GatewayRequest request = request("GET", "sessionID=s1", false, name, value, "X-Original-Method", "GET");

        assertThat(refusalOf(() -> sessionId(request))).isEqualTo(Refusal.TWO_SESSION_IDS);
    }

    @Test
    void twoDifferentOnesInTwoOriginalUrisAreRefused() {
        assertThat(refusalOf(
                        () -> sessionId(get("X-Original-URI", "/?sessionID=s1", "X-Forwarded-Uri", "/?sessionID=s2"))))
                .isEqualTo(Refusal.TWO_SESSION_IDS);
    }

    /** Of the same name, for two paths of a host. */
    @Test
    void twoDifferentCookiesAreRefused() {
        assertThat(refusalOf(() -> sessionId(get("Cookie", COOKIE + "; sessionID=s2"))))
                .isEqualTo(Refusal.TWO_SESSION_IDS);
    }

    @Test
    void aQueryThatDoesNotCountIsNotRead() throws Refused {
        GatewayRequest request = request(
                "GET", "sessionID=s1", false, "X-Original-URI", "/x?sessionID=s2", "Authorization", "Bearer s3");

        assertThat(request.sessionId(false)).contains("s3");
    }

    @Test
    void aRequestSaysNothingOfItself() {
        assertThat(get("sessionID", "s1").toString()).isEqualTo("GatewayRequest");
    }

    @ParameterizedTest
    @CsvSource({"Bearer s1, true", "bearer, false", "'bearer ', true", "Basic YTpi, false"})
    void whetherItHasABearerTokenIsKnown(String authorization, boolean has) {
        assertThat(get("Authorization", authorization).hasBearer()).isEqualTo(has);
    }

    // The cookie, which any page can make a browser send

    @ParameterizedTest
    @CsvSource({
        "X-Original-Method,  GET,     true",
        "X-Original-Method,  HEAD,    true",
        "X-Original-Method,  OPTIONS, true",
        "X-Forwarded-Method, GET,     true",
        "X-Original-Method,  POST,    false",
        "X-Original-Method,  PUT,     false",
        "X-Original-Method,  PATCH,   false",
        "X-Original-Method,  DELETE,  false",
        "X-Original-Method,  TRACE,   false",
        "X-Original-Method,  get,     false",
        "X-Original-Method,  '',      false",
        "X-Original-Method,  'GET, POST', false",
        "X-Forwarded-Method, POST,    false",
    })
    void theCookieCountsForSafeOriginalMethods(String name, String method, boolean counts) throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, name, method)).isPresent()).isEqualTo(counts);
        assertThat(sessionId(get("Cookie", COOKIE, name, method, "X-Original-URI", "/x"))
                        .isPresent())
                .isEqualTo(counts);
    }

    /** Whoever asks with GET may be asking about a POST. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Original-URI", "X-Original-URL", "X-Forwarded-Uri", "X-Envoy-Original-Path"})
    void anOriginalUriWithoutAMethodMakesTheCookieWorthless(String name) throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, name, "/x"))).isEmpty();
    }

    /** A client can send one header; the gateway sends the other. */
    @Test
    void ofTwoMethodsBothMustBeSafe() throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, "X-Original-Method", "GET", "X-Forwarded-Method", "POST")))
                .isEmpty();
        assertThat(sessionId(get("Cookie", COOKIE, "X-Original-Method", "GET", "X-Original-Method", "POST")))
                .isEmpty();
        assertThat(sessionId(request("POST", "", true, "Cookie", COOKIE, "X-Original-Method", "GET")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "DELETE, false"})
    void withoutAnOriginalRequestThisOneIsIt(String method, boolean counts) throws Refused {
        assertThat(sessionId(request(method, "", false, "Cookie", COOKIE)).isPresent())
                .isEqualTo(counts);
        assertThat(sessionId(request(method, "", true, "Cookie", COOKIE)).isPresent())
                .isEqualTo(counts);
    }

    /** nginx that was told to say nothing about the original request asks with GET and passes these on. */
    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Content-Type, application/x-www-form-urlencoded"})
    void whatAPageMayHavePostedMakesTheCookieWorthless(String name, String value) throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, name, value))).isEmpty();
        assertThat(sessionId(get("Cookie", COOKIE, name, value, "X-Original-Method", "GET")))
                .contains("s1");
    }

    /** Any page may open one and read it, and what is said on it is said in the user's name (RFC 6455, 10.2). */
    @ParameterizedTest
    @CsvSource({
        "Upgrade,                websocket,                false",
        "Upgrade,                'h2c, WebSocket',         false",
        "Sec-WebSocket-Key,      dGhlIHNhbXBsZSBub25jZQ==, false",
        "Sec-WebSocket-Version,  13,                       false",
        "Sec-WebSocket-Protocol, chat,                     false",
        "Upgrade,                h2c,                      true",
    })
    void openingAWebSocketMakesTheCookieWorthless(String name, String value, boolean counts) throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, name, value)).isPresent()).isEqualTo(counts);
        assertThat(sessionId(get("Cookie", COOKIE, name, value, "X-Original-Method", "GET", "X-Original-URI", "/x"))
                        .isPresent())
                .isEqualTo(counts);
        assertThat(sessionId(request("GET", "", true, "Cookie", COOKIE, name, value))
                        .isPresent())
                .isEqualTo(counts);
        assertThat(sessionId(get("sessionID", "s1", name, value))).contains("s1");
    }

    /** Workfront's API takes it as a parameter. */
    @ParameterizedTest
    @CsvSource({"method=GET, true", "method=get, true", "method=, true", "method=DELETE, false", "method=put, false"})
    void aMethodInTheQueryCountsToo(String query, boolean counts) throws Refused {
        assertThat(sessionId(request("GET", query, false, "Cookie", COOKIE, "X-Original-Method", "GET"))
                        .isPresent())
                .isEqualTo(counts);
        assertThat(sessionId(get("Cookie", COOKIE, "X-Original-Method", "GET", "X-Original-URI", "/x?" + query))
                        .isPresent())
                .isEqualTo(counts);
    }

    /** One that does not count is not a second one either. */
    @Test
    void aCookieThatDoesNotCountIsNotRead() throws Refused {
        assertThat(sessionId(get("Cookie", COOKIE, "X-Original-Method", "POST", "sessionID", "s2")))
                .contains("s2");
    }

    @Test
    void belowThePathTheStatusIsTheOnlyOneThatEnvoyTakes() {
        assertThat(request("POST", "", true).statusOfGood()).isEqualTo(200);
        assertThat(request("GET", "", false).statusOfGood()).isEqualTo(204);
    }
}
