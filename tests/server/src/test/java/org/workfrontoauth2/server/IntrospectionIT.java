package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
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
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 8: who may ask what about which token. */
@RunsOn
class IntrospectionIT {

    private static final String ERROR = "INTROSPECT_TOKEN_ERROR";
    private static final String INACTIVE = "{\"active\":false}";
    private static final String API = Workfront.basic("acme-api", "acme-api-secret");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Demo demo;
    private final Workfront workfront;
    private final String endpoint;

    IntrospectionIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
        this.endpoint = workfront.standardEndpoint("token/introspect");
    }

    // Refresh tokens are not session IDs

    @ParameterizedTest
    @ValueSource(strings = {"", "access_token"})
    void aRefreshTokenIsInactiveUnlessItIsAskedFor(String hint) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        Refused refused = demo.refused(() -> ask(
                        hint.isEmpty()
                                ? Map.of("token", tokens.refreshToken())
                                : Map.of("token", tokens.refreshToken(), "token_type_hint", hint),
                        API))
                .records(ERROR, "invalid_token");

        assertThat(refused.answer().text()).isEqualTo(INACTIVE);
        assertThat(refused.errors().get(0).details().toString()).doesNotContain(tokens.refreshToken());
    }

    @Test
    void aRefreshTokenIsActiveToWhoAsksForIt() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        JsonNode grant = workfront.introspectRefreshToken(tokens.refreshToken());

        assertThat(grant.get("active").booleanValue()).isTrue();
        assertThat(grant.get("token_type").asText()).isEqualTo("refresh_token");
    }

    /** RFC 7662, 2.1: a hint is no more than that. */
    @Test
    void aSessionIdIsActiveWhateverItWasTakenFor() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertThat(workfront.introspectRefreshToken(tokens.sessionId()))
                .isEqualTo(workfront.introspect(tokens.sessionId()));
    }

    /** Ways in which the hint might be missed or meant otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token_type_hint=",
                "token_type_hint=Refresh_Token",
                "token_type_hint=REFRESH_TOKEN",
                "token_type_hint=refresh_token%20",
                "token_type_hint=%20refresh_token",
                "token_type_hint=refresh",
                "token_type_hint=sessionID",
                "token_type_hint=requesting_party_token",
                "token_type_hint=access_token&token_type_hint=refresh_token",
                "token_type_hint=refresh_token&token_type_hint=access_token",
                "token_type_hint=refresh_token&token_type_hint=refresh_token",
                "Token_Type_Hint=refresh_token",
                "token_hint=refresh_token",
            })
    void noOtherHintMakesARefreshTokenActive(String hint) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertNotActive(workfront.send(
                Request.of("POST", endpoint).body(FORM, "token=" + tokens.refreshToken() + "&" + hint),
                "Authorization",
                API));
    }

    @Test
    void theHintCountsInTheFormOnly() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        assertNotActive(workfront.send(
                Request.of("POST", endpoint + "?token_type_hint=refresh_token")
                        .body(FORM, "token=" + tokens.refreshToken()),
                "Authorization",
                API));
        assertNotActive(workfront.send(
                Request.of("POST", endpoint)
                        .body(
                                "application/json",
                                Form.json(Map.of("token", tokens.refreshToken(), "token_type_hint", "refresh_token"))),
                "Authorization",
                API));
    }

    /** Keycloak can answer with a JWT inside; ours is the same to everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"application/jwt", "application/token-introspection+jwt", "application/json", "*/*"})
    void whatTheCallerAcceptsChangesNothing(String accepted) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Map<String, String> refreshToken = Map.of("token", tokens.refreshToken());
        Map<String, String> sessionId = Map.of("token", tokens.sessionId());

        Answer dead = workfront.post(endpoint, refreshToken, "Authorization", API, "Accept", accepted);
        Answer live = workfront.post(endpoint, sessionId, "Authorization", API, "Accept", accepted);

        assertNotActive(dead);
        if (live.status() == 200) {
            assertThat(live.body()).isEqualTo(workfront.introspect(tokens.sessionId()));
        } else {
            assertThat(live.status()).isEqualTo(406);
        }
    }

    // Standard mode

    @Test
    void theTokenTypeIsTheOneOfTheApplicationsDialect() {
        try (Demo.Temporary standard = demo.singlePage(
                client -> ((ObjectNode) client.get("attributes")).put("workfront.standard.responses", "true"))) {
            Tokens tokens = demo.visitor().grant(workfront, standard.application());

            assertThat(workfront
                            .introspect(tokens.sessionId())
                            .get("token_type")
                            .asText())
                    .isEqualTo("Bearer");

            standard.set(Map.of("workfront.standard.responses", "false"));

            assertThat(workfront
                            .introspect(tokens.sessionId())
                            .get("token_type")
                            .asText())
                    .isEqualTo("sessionID");
        }
    }

    // An application's own tokens

    @ParameterizedTest
    @ValueSource(strings = {"basic", "body"})
    void aWebApplicationMayAskAboutItsOwnTokens(String how) {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        demo.realm().events().clear();

        Answer session = askAs(Acme.WEB, how, Map.of("token", tokens.sessionId()));
        Answer grant = askAs(Acme.WEB, how, Map.of("token", tokens.refreshToken(), "token_type_hint", "refresh_token"));

        assertThat(session.body()).isEqualTo(workfront.introspect(tokens.sessionId()));
        assertThat(session.body().get("active").booleanValue()).isTrue();
        assertThat(grant.body()).isEqualTo(workfront.introspectRefreshToken(tokens.refreshToken()));
        assertThat(grant.body().get("active").booleanValue()).isTrue();
        assertThat(demo.realm().events().all())
                .filteredOn(event -> "acme-web".equals(event.clientId()))
                .extracting(Event::type)
                .contains("INTROSPECT_TOKEN");
    }

    @Test
    void itsRefreshTokenIsNoSessionIdToItEither() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        for (String hint : new String[] {"access_token", "requesting_party_token", "no-such-hint"}) {
            Map<String, String> fields = Map.of("token", tokens.refreshToken(), "token_type_hint", hint);
            Refused refused =
                    demo.refused(() -> askAs(Acme.WEB, "basic", fields)).records(ERROR, "invalid_token");

            assertThat(refused.answer().text()).isEqualTo(INACTIVE);
        }
    }

    @Test
    void anApplicationLearnsNothingOfAnothersTokens() {
        Tokens foreign = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);

        Refused session = demo.refused(() -> askAs(Acme.WEB, "basic", Map.of("token", foreign.sessionId())))
                .records(ERROR, "access_denied");
        Refused grant = demo.refused(() -> askAs(
                        Acme.WEB, "basic", Map.of("token", foreign.refreshToken(), "token_type_hint", "refresh_token")))
                .records(ERROR, "access_denied");

        assertThat(session.answer().text()).isEqualTo(INACTIVE);
        assertThat(grant.answer().text()).isEqualTo(INACTIVE);
        assertThat(session.errors().get(0).userId()).isNull();
    }

    /** Keycloak would tell who is in a token's audience, or everybody, if the server says so. */
    @Test
    void anApplicationLearnsNothingOfOrdinaryClientsTokens() {
        String user = demo.realm().users().create().name();
        Answer ordinary = new PlainClient(workfront).password(user, "openid");
        Answers.assertThat(ordinary).hasStatus(200);

        for (String member : new String[] {"access_token", "refresh_token"}) {
            for (String hint : new String[] {"access_token", "refresh_token", "requesting_party_token"}) {
                Answer answer =
                        askAs(Acme.WEB, "basic", Map.of("token", ordinary.member(member), "token_type_hint", hint));

                assertThat(answer.text()).isEqualTo(INACTIVE);
            }
        }
    }

    /** It holds tokens; it does not serve them. */
    @Test
    void theAttributeOfResourceServersOpensNothingToAnApplication() {
        Tokens foreign = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);
        demo.realm().clients().change("acme-web", client -> ((ObjectNode) client.get("attributes"))
                .put("workfront.introspect", "true"));
        try {
            assertThat(askAs(Acme.WEB, "basic", Map.of("token", foreign.sessionId()))
                            .text())
                    .isEqualTo(INACTIVE);
        } finally {
            demo.realm().clients().change("acme-web", client -> ((ObjectNode) client.get("attributes"))
                    .put("workfront.introspect", ""));
        }
    }

    @Test
    void askingNeedsTheSecret() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Application impostor = new Application("acme-web", "wrong", Acme.WEB.redirectUrl());

        for (String how : new String[] {"basic", "body"}) {
            Refused refused = demo.refused(() -> askAs(impostor, how, Map.of("token", tokens.sessionId())))
                    .records(ERROR, "invalid_client_credentials");
            Answers.assertThat(refused.answer()).isStandardError(401, "invalid_client");
        }
        Refused nothing = demo.refused(
                        () -> workfront.post(endpoint, Map.of("token", tokens.sessionId(), "client_id", "acme-web")))
                .records(ERROR, "invalid_client_credentials");
        Answers.assertThat(nothing.answer()).isStandardError(401, "invalid_client");
    }

    /** It cannot authenticate: whoever knows its client ID could ask. */
    @Test
    void aSinglePageApplicationMayNotAsk() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);

        Refused refused = demo.refused(
                        () -> workfront.post(endpoint, Map.of("token", tokens.sessionId(), "client_id", "acme-spa")))
                .records(ERROR, "invalid_request");

        Answers.assertThat(refused.answer()).hasStatus(403);
        assertThat(refused.answer().body().has("active")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "token=x&token=y,                                                     invalid_request",
        "token=x&token_type_hint=access_token&token_type_hint=refresh_token, invalid_request",
        "token_type_hint=access_token,                                        invalid_request",
    })
    void aRequestThatIsNotClearIsRefused(String body, String error) {
        Refused refused = demo.refused(() -> workfront.send(
                        Request.of("POST", endpoint).body(FORM, body),
                        "Authorization",
                        Workfront.basic("acme-web", Acme.WEB.secret())))
                .records(ERROR, error);

        Answers.assertThat(refused.answer()).isStandardError(400, "invalid_request");
    }

    private Answer ask(Map<String, String> fields, String authorization) {
        return workfront.post(endpoint, fields, "Authorization", authorization);
    }

    private Answer askAs(Application application, String how, Map<String, String> fields) {
        if (how.equals("basic")) {
            return ask(fields, Workfront.basic(application.clientId(), application.secret()));
        }
        Map<String, String> all = new HashMap<>(fields);
        all.put("client_id", application.clientId());
        all.put("client_secret", application.secret());
        return workfront.post(endpoint, all);
    }

    private static void assertNotActive(Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body().path("active").asBoolean(false))
                .as(answer.toString())
                .isFalse();
        assertThat(answer.text()).doesNotContain("wid");
    }
}
