package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Authentication;
import org.workfrontoauth2.walkthrough.Encoding;

/** Who asks for tokens (contract, section 4): an application that proves who it is, in one place. */
@RunsOn
class CredentialsIT {

    private static final String CODE_ERROR = "CODE_TO_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    CredentialsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @Test
    void secretOfASinglePageApplicationIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.SINGLE_PAGE, demo.code(Acme.SINGLE_PAGE));
        fields.put("client_secret", "a secret");

        demo.refused(() -> workfront.client(Acme.SINGLE_PAGE).token(fields))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an unknown client,      no-such-client, a secret",
        "an ordinary client,     plain-oidc,     plain-oidc-secret",
        "a resource server,      acme-api,       acme-api-secret",
        "a wrong secret,         acme-web,       wrong",
        "another one's secret,   acme-web,       acme-m2m-secret-for-the-demo-only",
        "the hash of the secret, acme-web,       30f6b4ae722fc11b2ae19dc50e373f11c20803e1a637314fb4ecac05844298f3",
    })
    void isNoApplicationOrDoesNotProveIt(String what, String clientId, String secret) {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, "no-such-code");
        Application application = new Application(clientId, secret, Acme.WEB.redirectUrl());

        Refused basic = demo.refused(() -> workfront
                        .client(application)
                        .sending(Encoding.FORM, Authentication.BASIC)
                        .token(fields))
                .answers(401, "invalid_client");
        assertThat(basic.answer().headers().first("WWW-Authenticate").orElse("none"))
                .startsWith("Basic");
        assertThat(basic.errors()).hasSize(1);

        Refused body =
                demo.refused(() -> workfront.client(application).token(fields)).answers(401, "invalid_client");
        Answers.assertThat(body.answer()).hasNoHeader("WWW-Authenticate");
        assertThat(body.errors()).hasSize(1);
    }

    @Test
    void webApplicationWithoutItsSecretIsRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
        fields.put("client_id", "acme-web");

        demo.refused(() -> workfront.post(workfront.tokenEndpoint(), fields))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
        demo.refused(() -> workfront.post(
                        workfront.tokenEndpoint(), fields, "Authorization", Workfront.basic("acme-web", "")))
                .answers(401, "invalid_client")
                .records(CODE_ERROR, "invalid_client_credentials");
    }

    @Test
    void credentialsInTwoPlacesAreRefused() {
        Map<String, String> fields = Workfront.codeGrant(Acme.WEB, demo.code(Acme.WEB));
        fields.put("client_id", "acme-web");
        fields.put("client_secret", "acme-web-secret-for-the-demo-only");

        demo.refused(() -> workfront
                        .client(Acme.WEB)
                        .sending(Encoding.FORM, Authentication.BASIC)
                        .token(fields))
                .answers(400, "invalid_request")
                .records(CODE_ERROR, "invalid_request");
    }

    @Test
    void disabledApplicationIsRefused() {
        try (Demo.Temporary disabled = demo.singlePage(client -> client.put("enabled", false))) {
            demo.refused(() -> workfront.redeem(disabled.application(), "no-such-code"))
                    .answers(401, "invalid_client")
                    .records(CODE_ERROR, "client_disabled");
        }
    }
}
