package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 6: what a gateway asks about the request in its hands, and is told. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {

    private static final String ERROR = "INTROSPECT_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;
    private User user;
    private Tokens tokens;
    private Tokens others;

    VerifyIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @BeforeAll
    void logIn() {
        Visitor visitor = demo.visitor();
        user = visitor.user();
        tokens = visitor.grant(demo.on(Demo.PREVIEW), Acme.WEB);
        others = visitor.grant(workfront, Acme.WEB);
    }

    private void assertGood(Answer answer) {
        assertGood(answer, 204);
    }

    private void assertGood(Answer answer, int status) {
        Answers.assertThat(answer)
                .hasStatus(status)
                .hasHeader("X-Workfront-Wid", tokens.wid())
                .hasHeader("X-Workfront-User", user.name())
                .hasHeader("X-Workfront-Client-Id", "acme-web")
                .hasHeader("X-Workfront-Domain", "acme")
                .hasHeader("X-Workfront-Lane", "preview")
                .hasHeader("Cache-Control", "no-store")
                .hasNoHeader("Access-Control-Allow-Origin");
        assertThat(answer.text()).isEmpty();
    }

    private static void assertTellsNobody(Answer answer) {
        assertThat(answer.headers().first("X-Workfront-Wid")).isEmpty();
        assertThat(answer.headers().first("X-Workfront-User")).isEmpty();
    }

    private void assertNotLoggedIn(Answer answer) {
        Answers.assertThat(answer).isNotLoggedIn().hasHeader("Cache-Control", "no-store");
        assertTellsNobody(answer);
    }

    // Carriers

    @ParameterizedTest
    @CsvSource({
        "sessionID,             ''",
        "sessionid,             ''",
        "Authorization,         'Bearer '",
        "Cookie,                'a=b; sessionID='",
        "X-Original-URI,        '/attask/api/v20.0/project?fields=name&sessionID='",
        "X-Original-URL,        'https://acme.my.workfront.example/x?sessionID='",
        "X-Forwarded-Uri,       '/x?sessionID='",
        "X-Envoy-Original-Path, '/x?sessionID='",
    })
    void everyCarrierIsRead(String name, String prefix) {
        for (Workfront mount : new Workfront[] {
            workfront, workfront.below(), demo.on("localhost").below()
        }) {
            assertGood(mount.verify(name, prefix + tokens.sessionId()));
        }
    }

    @Test
    void itsOwnQueryIsReadToo() {
        assertGood(workfront.get(workfront.verifyEndpoint() + "?sessionID=" + tokens.sessionId()));
        assertGood(workfront.get(workfront.verifyEndpoint() + "/?a=%E9&sessionID=" + tokens.sessionId()));
    }

    /** Envoy puts the path behind that of the service, and asks with the method; others may ask with it too. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
    void theOriginalPathMayFollowAndTheMethodBeAnyOther(String method) {
        String below = workfront.verifyEndpoint() + "/attask/api/v20.0/project/4c78?sessionID=" + tokens.sessionId();

        // The only status that Envoy takes for good.
        assertGood(workfront.send(Request.of(method, below)), 200);
        assertGood(workfront.send(Request.of(method, workfront.verifyEndpoint()), "sessionID", tokens.sessionId()));
    }

    @Test
    void aBodyIsNotRead() {
        assertGood(workfront.send(
                Request.of("POST", workfront.verifyEndpoint()).body("application/json", "{\"sessionID\": \"x\"}"),
                "sessionID",
                tokens.sessionId()));
        assertNotLoggedIn(workfront.post(workfront.verifyEndpoint(), Map.of("sessionID", tokens.sessionId())));
    }

    @Test
    void aNameThatIsNoAsciiComesEncoded() {
        User zoe = demo.realm().users().create("zoë+müller" + tokens.wid(), Map.of());
        Tokens theirs = demo.visitor(zoe).grant(workfront, Acme.WEB);

        Answers.assertThat(workfront.verify("sessionID", theirs.sessionId()))
                .hasStatus(204)
                .hasHeader("X-Workfront-User", "zo%C3%AB%2Bm%C3%BCller" + tokens.wid());
    }

    // The cookie

    @ParameterizedTest
    @CsvSource({
        "X-Original-Method,  GET",
        "X-Original-Method,  HEAD",
        "X-Original-Method,  OPTIONS",
        "X-Forwarded-Method, GET",
    })
    void theCookieCountsForRequestsThatChangeNothing(String name, String method) {
        assertGood(workfront.verify("Cookie", "sessionID=" + tokens.sessionId(), name, method, "X-Original-URI", "/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Original-Method,  POST",
        "X-Original-Method,  DELETE",
        "X-Forwarded-Method, PUT",
        "X-Forwarded-Method, PATCH",
        "X-Original-URI,     /x",
        "X-Forwarded-Uri,    /x",
        "Origin,             https://evil.example",
    })
    void otherwiseItDoesNot(String name, String value) {
        assertNotLoggedIn(workfront.verify("Cookie", "sessionID=" + tokens.sessionId(), name, value));
        assertGood(workfront.verify("sessionID", tokens.sessionId(), name, value));
    }

    // Refusals

    @Test
    void withoutASessionIdNobodyIsLoggedIn() {
        demo.realm().events().clear();

        assertNotLoggedIn(workfront.verify());

        assertThat(demo.realm().events().all()).isEmpty();
    }

    @Test
    void aBearerTokenIsAskedForWhereOneWasSent() {
        Answer refused = workfront.verify("Authorization", "Bearer no-such-session");

        assertNotLoggedIn(refused);
        Answers.assertThat(refused).hasHeader("WWW-Authenticate", "Bearer");
        Answers.assertThat(workfront.verify("sessionID", "no-such-session")).hasNoHeader("WWW-Authenticate");
    }

    @Test
    void neitherARefreshTokenNorAnythingElseIsASessionId() {
        String tampered = tokens.sessionId().substring(1) + "A";
        for (String text : new String[] {tokens.refreshToken(), tampered, "x", "%00", "a b"}) {
            assertNotLoggedIn(workfront.verify("sessionID", text));
            assertNotLoggedIn(workfront.verify("X-Original-URI", "/x?sessionID=" + text));
        }
    }

    @Test
    void twoDifferentOnesAreRefused() {
        Refused refused = demo.firstRefused(() -> workfront.verify(
                        "sessionID", tokens.sessionId(), "X-Original-URI", "/x?sessionID=" + others.sessionId()))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(400).hasHeader("Cache-Control", "no-store");
        assertTellsNobody(refused.answer());
        assertThat(refused.answer().body().at("/error/message").asText())
                .isEqualTo("The request carries two different session IDs.");
    }

    @Test
    void theSameOneTwiceIsOne() {
        assertGood(workfront.verify("sessionID", tokens.sessionId(), "Authorization", "Bearer " + tokens.sessionId()));
    }

    // Who may ask

    private Refused assertForbidden(Supplier<Answer> request) {
        Refused refused = demo.firstRefused(request);
        Answers.assertThat(refused.answer()).hasStatus(403).hasHeader("Cache-Control", "no-store");
        assertTellsNobody(refused.answer());
        assertThat(refused.answer().body().at("/error/class").asText()).isNotBlank();
        assertThat(refused.answer().body().at("/error/message").asText()).contains("may not ask");
        return refused;
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 8.8.8.8",
        "X-Forwarded-For, '127.0.0.1, 8.8.8.8'",
        "Forwarded,       for=8.8.8.8",
    })
    void whoeverAProxyNamesMayNotAskFromThere(String name, String value) {
        assertForbidden(() -> workfront.verify("sessionID", tokens.sessionId(), name, value))
                .records(ERROR, "not_allowed");
        // Whether the session ID is good makes no difference.
        assertForbidden(() -> workfront.verify("sessionID", "x", name, value));
        assertGood(workfront.verify("sessionID", tokens.sessionId(), "X-Forwarded-For", "10.0.0.1"));
    }

    /** A flood of refusals is no flood of rows. */
    @Test
    void oneEventInAMinuteTellsOfIt() {
        Refused refused = demo.firstRefused(() -> {
            for (int i = 0; i < 5; i++) {
                Answers.assertThat(workfront.verify("X-Forwarded-For", "8.8.8.8"))
                        .hasStatus(403);
            }
            return workfront.verify("X-Forwarded-For", "8.8.8.8");
        });

        refused.records(ERROR, "not_allowed");
    }

    @Test
    void addressesThatMayAskAreASetting() {
        try (Setting addresses = new Setting("workfront.verify.addresses", "10.0.0.0/8")) {
            assertForbidden(() -> workfront.verify("sessionID", tokens.sessionId()))
                    .records(ERROR, "not_allowed");
            // Nobody comes in by inventing one.
            assertForbidden(() -> workfront.verify("sessionID", tokens.sessionId(), "X-Forwarded-For", "10.0.0.1"));
            addresses.set("127.0.0.1, ::1");
            assertGood(workfront.verify("sessionID", tokens.sessionId()));
            addresses.set("none");
            assertForbidden(() -> workfront.verify("sessionID", tokens.sessionId()));
        }
        assertGood(workfront.verify("sessionID", tokens.sessionId()));
    }

    @Test
    void aQueryCountsUnlessThatIsSwitchedOff() {
        try (Setting query = new Setting("workfront.session.query", "false")) {
            assertNotLoggedIn(workfront.get(workfront.verifyEndpoint() + "?sessionID=" + tokens.sessionId()));
            assertNotLoggedIn(workfront.verify("X-Original-URI", "/x?sessionID=" + tokens.sessionId()));
            Answers.assertThat(workfront.get(workfront.sessionEndpoint() + "?sessionID=" + tokens.sessionId()))
                    .isNotLoggedIn();
            Answers.assertThat(workfront.get(workfront.logoutEndpoint() + "?sessionID=" + tokens.sessionId()))
                    .isNotLoggedIn();
            assertGood(workfront.verify("sessionID", tokens.sessionId()));
            query.set("true");
            assertGood(workfront.get(workfront.verifyEndpoint() + "?sessionID=" + tokens.sessionId()));
        }
    }

    /** A setting of the realm, for as long as a test needs it. */
    private final class Setting implements AutoCloseable {

        private final String name;

        Setting(String name, String value) {
            this.name = name;
            set(value);
        }

        void set(String value) {
            demo.realm().change(realm -> ((ObjectNode) realm.get("attributes")).put(name, value));
        }

        @Override
        public void close() {
            set("");
        }
    }

    // Where

    @Test
    void itIsWorthNothingInAnotherRealm() {
        Realm beta = Organisations.create(demo.keycloak(), "beta");
        try {
            for (String base : new String[] {
                "http://" + demo.keycloak().host("beta.my.localhost"),
                demo.keycloak().base() + "/realms/beta"
            }) {
                Workfront other = new Workfront(workfront.server(), new Organisation(base, base));
                Answers.assertThat(other.verify("sessionID", tokens.sessionId()))
                        .isNotLoggedIn();
            }
        } finally {
            beta.delete();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "nobody.my.localhost", "acme.my.example", "master.my.localhost"})
    void otherHostsAreNotFound(String host) {
        Answer answer = demo.on(host).verify("sessionID", tokens.sessionId());

        Answers.assertThat(answer).hasStatus(404);
        assertTellsNobody(answer);
    }

    @Test
    void noOtherPathAnswers() {
        for (String path : new String[] {"x", "/../verify2"}) {
            Answer answer = workfront.get(workfront.verifyEndpoint() + path, "sessionID", tokens.sessionId());

            assertThat(answer.status()).isIn(400, 404);
            assertTellsNobody(answer);
        }
    }
}
