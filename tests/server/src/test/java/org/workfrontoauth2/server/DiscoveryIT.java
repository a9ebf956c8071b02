package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Callback;

/** Contract, section 8: a client can find everything by the issuer. */
@RunsOn
class DiscoveryIT {

    private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";

    private final Demo demo;

    DiscoveryIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.HOST, Demo.PREVIEW})
    void theIssuerOfAHostIsTheHost(String host) {
        Workfront workfront = demo.on(host);

        JsonNode metadata = metadata(workfront.base() + WELL_KNOWN);

        assertThat(metadata.get("issuer").asText()).isEqualTo(workfront.base());
        assertDescribesTheContract(metadata, workfront);
    }

    /** RFC 8414, 3.1, puts the path behind; 2 of OpenID Connect's discovery puts it in front. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/acme/integrations/oauth2/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/realms/acme/integrations/oauth2",
            })
    void theIssuerOfTheRealmsMountHasItsPath(String path) {
        Workfront workfront = demo.on("localhost").below();

        JsonNode metadata = metadata("http://" + demo.keycloak().host("localhost") + path);

        assertThat(metadata.get("issuer").asText()).isEqualTo(workfront.base() + "/integrations/oauth2");
        assertDescribesTheContract(metadata, workfront);
    }

    private static void assertDescribesTheContract(JsonNode metadata, Workfront workfront) {
        assertThat(metadata.get("authorization_endpoint").asText()).isEqualTo(workfront.authorizeEndpoint());
        assertThat(metadata.get("token_endpoint").asText()).isEqualTo(workfront.tokenEndpoint());
        assertThat(metadata.get("revocation_endpoint").asText())
                .endsWith("/realms/acme/protocol/openid-connect/revoke");
        assertThat(metadata.get("introspection_endpoint").asText())
                .endsWith("/realms/acme/protocol/openid-connect/token/introspect");
        assertThat(texts(metadata, "response_types_supported")).containsExactly("code");
        assertThat(texts(metadata, "response_modes_supported")).containsExactly("query");
        assertThat(texts(metadata, "grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token");
        assertThat(texts(metadata, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts(metadata, "token_endpoint_auth_methods_supported"))
                .containsExactlyInAnyOrder("client_secret_basic", "client_secret_post", "none");
        assertThat(metadata.get("authorization_response_iss_parameter_supported")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void whatIsDescribedWorks() {
        Workfront workfront = demo.workfront();
        JsonNode metadata = metadata(workfront.base() + WELL_KNOWN);
        Visitor visitor = demo.visitor();

        Callback callback = visitor.allow(
                metadata.get("authorization_endpoint").asText() + "?" + Form.encode(Workfront.query(Acme.WEB)));
        assertThat(callback.parameter("iss")).contains(metadata.get("issuer").asText());

        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, callback.code());
        String basic = Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only");
        Tokens tokens =
                Tokens.of(workfront.post(metadata.get("token_endpoint").asText(), fields, "Authorization", basic));
        assertThat(workfront
                        .post(
                                metadata.get("introspection_endpoint").asText(),
                                Map.of("token", tokens.sessionId()),
                                "Authorization",
                                Workfront.basic("acme-api", "acme-api-secret"))
                        .body()
                        .get("active")
                        .booleanValue())
                .isTrue();
        Answers.assertThat(workfront.post(
                        metadata.get("revocation_endpoint").asText(),
                        Map.of("token", tokens.sessionId()),
                        "Authorization",
                        basic))
                .hasStatus(200);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "master.my.localhost", "no-such.my.localhost"})
    void otherHostsHaveNone(String host) {
        Workfront workfront = demo.on(host);

        Answers.assertThat(workfront.get(workfront.base() + WELL_KNOWN)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "uma2-configuration"})
    void keycloaksOwnDocumentsStayAsTheyAre(String name) {
        Workfront workfront = demo.workfront();

        JsonNode metadata = metadata(workfront.organisation().realm() + "/.well-known/" + name);

        assertThat(metadata.get("issuer").asText())
                .isEqualTo(workfront.organisation().realm());
        assertThat(metadata.get("token_endpoint").asText()).isEqualTo(workfront.standardEndpoint("token"));
    }

    private JsonNode metadata(String address) {
        Answer answer = demo.workfront().get(address);
        Answers.assertThat(answer).hasStatus(200);
        assertThat(answer.headers().first("Content-Type").orElse("")).startsWith("application/json");
        return answer.body();
    }

    private static Iterable<String> texts(JsonNode metadata, String name) {
        return StreamSupport.stream(metadata.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
