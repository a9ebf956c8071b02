package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, sections 4 and 9: however a path is written, both mounts answer the same. */
@RunsOn
class PathsIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json; charset=utf-8";

    private final Demo demo;

    PathsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    /** Where the contract is mounted. */
    enum Place {
        HOST,
        REALM;

        Workfront of(Demo demo) {
            return this == HOST ? demo.workfront() : demo.on("localhost").below();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsRedeemedAndRefreshedWithASlashBehindThePath(Place place) {
        Workfront workfront = place.of(demo);
        Map<String, String> code = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
        String basic = Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only");

        Tokens tokens = Tokens.of(workfront.post(workfront.tokenEndpoint() + "/", code, "Authorization", basic));
        Tokens refreshed = Tokens.of(workfront.send(
                Request.of("POST", workfront.tokenEndpoint() + "/").body(JSON, refresh(tokens.refreshToken())),
                "Authorization",
                basic));

        assertThat(workfront.alive(refreshed.sessionId())).isTrue();
        Answers.assertThat(workfront.get(workfront.logoutEndpoint() + "/", "sessionID", refreshed.sessionId()))
                .hasStatus(200);
        assertThat(workfront.alive(refreshed.sessionId())).isFalse();
    }

    static Stream<Arguments> requests() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Stream.of(
                        Arguments.of(place, "POST", "/integrations/oauth2/api/v1/token", FORM, "client_id=acme-web"),
                        Arguments.of(place, "POST", "/integrations/oauth2/api/v1/token", JSON, "{}"),
                        Arguments.of(place, "POST", "/integrations/oauth2/api/v1/token", "text/plain", "x"),
                        Arguments.of(place, "GET", "/integrations/oauth2/api/v1/token", FORM, ""),
                        Arguments.of(place, "POST", "/integrations/oauth2/api/v1/jwt/exchange", FORM, "client_id=a"),
                        Arguments.of(place, "POST", "/integrations/oauth2/api/v1/jwt/exchange", JSON, "{}"),
                        Arguments.of(place, "POST", "/integrations/oauth2/authorize", FORM, "client_id=acme-web"),
                        Arguments.of(place, "GET", "/attask/api/v20.0/logout", FORM, "")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aSlashBehindThePathChangesNoAnswer(Place place, String method, String path, String type, String body) {
        Workfront workfront = place.of(demo);

        Answer plain =
                workfront.send(Request.of(method, workfront.base() + path).body(type, body));
        Answer slash =
                workfront.send(Request.of(method, workfront.base() + path + "/").body(type, body));

        assertThat(slash.status()).isEqualTo(plain.status());
        assertThat(slash.text()).isEqualTo(plain.text());
    }

    @ParameterizedTest
    @EnumSource
    void theAuthorizationEndpointRedirectsWithASlashBehindThePath(Place place) {
        Workfront workfront = place.of(demo);
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("response_mode", "fragment");
        String address = workfront.authorizeAddress(query);

        Answer slash = workfront.get(address.replace("/authorize?", "/authorize/?"));

        assertThat(slash.headers().first("Location"))
                .isPresent()
                .isEqualTo(workfront.get(address).headers().first("Location"));
    }

    /** RFC 8414, 3: a host's description is behind the host, that of a path is in front of it or behind it. */
    @ParameterizedTest
    @EnumSource
    void theDescriptionIsFoundWithASlashBehindThePath(Place place) {
        Workfront workfront = place.of(demo);
        String known = "/.well-known/oauth-authorization-server";
        URI base = URI.create(workfront.base());
        List<String> addresses = place == Place.HOST
                ? List.of(workfront.base() + known)
                : List.of(
                        workfront.base() + "/integrations/oauth2" + known,
                        base.resolve("/") + known.substring(1) + base.getPath() + "/integrations/oauth2");

        assertThat(addresses).allSatisfy(address -> {
            Answer slash = workfront.get(address + "/");

            Answers.assertThat(slash).hasStatus(200);
            assertThat(slash.text()).isEqualTo(workfront.get(address).text());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aByteOrderMarkBeforeJsonIsNoPartOfIt(Place place) {
        Workfront workfront = place.of(demo);
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        String basic = Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only");

        Tokens.of(workfront.send(
                Request.of("POST", workfront.tokenEndpoint()).body(JSON, "\uFEFF" + refresh(tokens.refreshToken())),
                "Authorization",
                basic));
        Answers.assertThat(workfront.send(Request.of("POST", exchange(workfront))
                        .body(
                                JSON,
                                "\uFEFF{\"client_id\":\"acme-m2m\","
                                        + "\"client_secret\":\"acme-m2m-secret-for-the-demo-only\"}")))
                .isWorkfrontError(400, "invalid_request");
    }

    /** What is wrong with it is read behind the mark: the refusal above is the one of a JWT that is missing. */
    @ParameterizedTest
    @EnumSource
    void aRefusalBehindAByteOrderMarkHasItsEvent(Place place) {
        Workfront workfront = place.of(demo);

        demo.refused(() -> workfront.send(Request.of("POST", exchange(workfront))
                        .body(JSON, "\uFEFF{\"client_id\":\"acme-m2m\",\"client_secret\":\"wrong\"}")))
                .answers(401, "invalid_client")
                .records("OAUTH2_EXTENSION_GRANT_ERROR", "invalid_client_credentials");
    }

    /** Keycloak's own filter, which the option {@code http-accept-non-normalized-paths} takes away. */
    @ParameterizedTest
    @MethodSource("strange")
    void pathsThatAreNotNormalisedAreRefusedOnBothMounts(Place place, String path) {
        Workfront workfront = place.of(demo);

        Answer answer = workfront.send(
                Request.of("POST", workfront.base() + path).body(FORM, "client_id=acme-web&grant_type=refresh_token"));

        Answers.assertThat(answer).hasStatus(400);
        assertThat(answer.body().path("error").asText()).isIn("missingNormalization", "invalidCharacter");
    }

    static Stream<Arguments> strange() {
        return Arrays.stream(Place.values()).flatMap(place -> Stream.of(
                        "//integrations/oauth2/api/v1/token",
                        "/integrations//oauth2/api/v1/token",
                        "/integrations/oauth2/api/./v1/token",
                        "/integrations/oauth2/x/../api/v1/token",
                        "/integrations/oauth2/api/v1/tok%65n",
                        "/integrations/oauth2/api/v1/token;x=y",
                        "/integrations;x=y/oauth2/api/v1/token",
                        "/attask/api/v20.0//logout")
                .map(path -> Arguments.of(place, path)));
    }

    private static String exchange(Workfront workfront) {
        return workfront.base() + "/integrations/oauth2/api/v1/jwt/exchange";
    }

    private static String refresh(String refreshToken) {
        return "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + refreshToken + "\"}";
    }
}
