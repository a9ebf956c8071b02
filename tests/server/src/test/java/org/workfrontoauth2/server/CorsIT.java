package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 7: pages of another origin may call the token and the revocation endpoint. */
@RunsOn
class CorsIT {

    private static final String ORIGIN = "http://localhost:9999";

    private final Demo demo;
    private final Workfront workfront;

    CorsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "revoke", "standard revoke"})
    void aPreflightAllowsTheOriginsOfSinglePageApplications(String endpoint) {
        Answer answer = preflight(endpoint, ORIGIN);

        assertThat(answer.status()).isIn(200, 204);
        Answers.assertThat(answer).hasHeader("Access-Control-Allow-Origin", ORIGIN);
        assertThat(list(answer, "Access-Control-Allow-Methods")).contains("post");
        assertThat(list(answer, "Access-Control-Allow-Headers")).contains("content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "revoke", "standard revoke"})
    void credentialsAreNeverAllowed(String endpoint) {
        assertAllowed(preflight(endpoint, ORIGIN), ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "revoke", "standard revoke"})
    void aPreflightAllowsWhateverHeadersTheBrowserAsksFor(String endpoint) {
        Answer answer = preflight(endpoint, ORIGIN, "content-type,traceparent,x-datadog-trace-id,sentry-trace");

        assertThat(list(answer, "Access-Control-Allow-Headers"))
                .contains("content-type", "traceparent", "x-datadog-trace-id", "sentry-trace");
        assertThat(list(answer, "Vary")).contains("origin", "access-control-request-headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,,b", "<script>", "*, \"x\""})
    void whatIsNoNameOfAHeaderDoesNotComeBack(String requested) {
        Answer answer = preflight("token", ORIGIN, requested);

        assertThat(list(answer, "Access-Control-Allow-Headers"))
                .containsExactlyInAnyOrder("authorization", "content-type", "accept", "x-requested-with");
    }

    /** A preflight names no client: credentials are not allowed to an origin that an ordinary client has as well. */
    @ParameterizedTest
    @ValueSource(strings = {"+", "*", ORIGIN})
    void credentialsAreNotAllowedToAnOriginThatAnOrdinaryClientHasToo(String webOrigin) {
        String ordinary = demo.realm().clients().createLike("plain-oidc", client -> client.putArray("webOrigins")
                .add(webOrigin));
        try {
            assertAllowed(preflight("standard revoke", ORIGIN), ORIGIN);
            assertAllowed(preflight("revoke", ORIGIN), ORIGIN);
        } finally {
            demo.realm().clients().delete(ordinary);
        }
    }

    /** As from every origin that is none of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void thePreflightOfAnotherOriginStaysKeycloaksAtItsOwnEndpoint(String origin) {
        Answers.assertThat(preflight("standard revoke", origin)).hasHeader("Access-Control-Allow-Credentials", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "*",
                "http://localhost:9998",
                "https://localhost:9999",
                "http://localhost",
                "http://localhost:9999.evil.example",
                "http://LOCALHOST:9999/",
                "https://app.workfrontfusion.com",
                "http://acme.my.localhost",
            })
    void aPreflightAllowsNoOtherOrigin(String origin) {
        assertNotAllowed(preflight("token", origin));
        assertNotAllowed(preflight("revoke", origin));
    }

    @Test
    void aDisabledApplicationsOriginIsNotAllowed() {
        String origin = "https://spa.example";
        try (Demo.Temporary singlePage =
                demo.singlePage(client -> client.putArray("redirectUris").add(origin + "/callback"))) {
            assertAllowed(preflight("token", origin), origin);

            demo.realm().clients().disable(singlePage.clientId());

            assertNotAllowed(preflight("token", origin));
        }
        assertNotAllowed(preflight("token", origin));
    }

    @Test
    void answersAreForTheApplicationsOwnOrigin() {
        Visitor visitor = demo.visitor();
        Answer redeemed = workfront
                .client(Acme.SINGLE_PAGE)
                .from(ORIGIN)
                .exchange(visitor.allow(workfront, Acme.SINGLE_PAGE).code(), Workfront.PKCE);
        assertAllowed(redeemed, ORIGIN);
        Tokens tokens = Tokens.of(redeemed);

        assertAllowed(workfront.client(Acme.SINGLE_PAGE).from(ORIGIN).refresh(tokens.refreshToken()), ORIGIN);
        assertAllowed(workfront.client(Acme.SINGLE_PAGE).from(ORIGIN).revoke(tokens.refreshToken()), ORIGIN);
        assertAllowed(
                workfront.client(Acme.SINGLE_PAGE).from(ORIGIN).endGrant(Map.of("token", tokens.refreshToken())),
                ORIGIN);
    }

    @Test
    void errorsAreForTheApplicationsOwnOriginToo() {
        Answer refused = workfront.client(Acme.SINGLE_PAGE).from(ORIGIN).refresh("no-such-token");
        Answers.assertThat(refused).isWorkfrontError(400, "invalid_grant");
        assertAllowed(refused, ORIGIN);

        Answer withSecret = workfront
                .client(Acme.SINGLE_PAGE)
                .from(ORIGIN)
                .token(Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_secret", "a secret"));
        Answers.assertThat(withSecret).isWorkfrontError(401, "invalid_client");
        assertAllowed(withSecret, ORIGIN);
    }

    @Test
    void anAnswerIsNotForTheOriginOfAnotherApplication() {
        try (Demo.Temporary other =
                demo.singlePage(client -> client.putArray("redirectUris").add("https://spa.example/callback"))) {
            assertAllowed(preflight("token", "https://spa.example"), "https://spa.example");

            assertNotAllowed(workfront
                    .client(Acme.SINGLE_PAGE)
                    .from("https://spa.example")
                    .refresh("no-such-token"));
            assertAllowed(
                    workfront
                            .client(other.application())
                            .from("https://spa.example")
                            .refresh("no-such-token"),
                    "https://spa.example");
        }
    }

    @Test
    void webApplicationsHaveNoOrigin() {
        assertNotAllowed(workfront.client(Acme.WEB).from(ORIGIN).refresh("no-such-token"));
        assertNotAllowed(workfront
                .client(Acme.WEB)
                .from("https://app.workfrontfusion.com")
                .revoke("no-such-token"));
    }

    @Test
    void unknownClientsHaveNoOrigin() {
        Application unknown = new Application("no-such-client", null, Acme.SINGLE_PAGE.redirectUrl());

        assertNotAllowed(workfront.client(unknown).from(ORIGIN).refresh("no-such-token"));
    }

    @Test
    void theOriginNullIsNeverAllowed() {
        try (Demo.Temporary device =
                demo.singlePage(client -> client.putArray("redirectUris").add("com.example.app:/callback"))) {
            assertNotAllowed(preflight("token", "null"));
            assertNotAllowed(workfront.client(device.application()).from("null").refresh("no-such-token"));
        }
    }

    @Test
    void authorizeIsNotForScripts() {
        Answer answer =
                workfront.get(workfront.authorizeAddress(Acme.SINGLE_PAGE), "Origin", ORIGIN, "Accept", "text/html");

        assertNotAllowed(answer);
    }

    @Test
    void withoutAnOriginThereAreNoSuchHeaders() {
        assertNotAllowed(workfront.client(Acme.SINGLE_PAGE).refresh("no-such-token"));
    }

    private Answer preflight(String endpoint, String origin) {
        return preflight(endpoint, origin, "content-type");
    }

    private Answer preflight(String endpoint, String origin, String headers) {
        String address =
                switch (endpoint) {
                    case "token" -> workfront.tokenEndpoint();
                    case "revoke" -> workfront.revokeEndpoint();
                    default -> workfront.standardEndpoint("revoke");
                };
        return workfront.send(
                Request.of("OPTIONS", address),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                headers);
    }

    private static void assertAllowed(Answer answer, String origin) {
        Answers.assertThat(answer)
                .hasHeader("Access-Control-Allow-Origin", origin)
                .hasNoHeader("Access-Control-Allow-Credentials");
        assertThat(list(answer, "Vary")).contains("origin");
    }

    private static void assertNotAllowed(Answer answer) {
        Answers.assertThat(answer)
                .hasNoHeader("Access-Control-Allow-Origin")
                .hasNoHeader("Access-Control-Allow-Credentials");
        assertThat(answer.status()).isLessThan(500);
    }

    private static List<String> list(Answer answer, String header) {
        return answer.headers().all(header).stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .toList();
    }
}
