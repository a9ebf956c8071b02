package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 3: users have allowed a client what it was, and only administrators make applications. */
@RunsOn
class BecomesApplicationIT {

    private static final String REDIRECT_URL = "https://app.example/cb";
    private static final Map<String, Object> INITIAL = Map.of("count", 4, "expiration", 600);

    private final Demo demo;
    private final Workfront workfront;

    BecomesApplicationIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @Test
    void consentThatAnOrdinaryClientWasGivenIsNotTheApplications() {
        String clientId = demo.realm().clients().createLike("plain-oidc", client -> {
            client.put("publicClient", true).put("consentRequired", true).remove("secret");
            client.put("serviceAccountsEnabled", false).put("directAccessGrantsEnabled", false);
            client.putArray("redirectUris").add(REDIRECT_URL);
            client.withObject("/attributes").put("display.on.consent.screen", "true");
        });
        try {
            Application client = new Application(clientId, null, REDIRECT_URL);
            Visitor visitor = demo.visitor();
            Page asked = visitor.logIn(new PlainClient(workfront, client).address("openid"));
            assertThat(new ConsentPage(asked).allow().left()).isPresent();

            turn(clientId, "single-page");
            Page first = visitor.browser().open(workfront.authorizeAddress(client));
            Tokens tokens = Tokens.of(workfront.redeem(
                    client, new ConsentPage(first).allow().callback().code()));

            assertThat(workfront.alive(tokens.sessionId())).isTrue();
        } finally {
            demo.realm().clients().delete(clientId);
        }
    }

    @Test
    void consentThatAnApplicationWasGivenIsGoneWithTheApplication() {
        try (Demo.Temporary temporary = demo.web(client -> {})) {
            Visitor visitor = demo.visitor();
            visitor.allow(workfront, temporary.application());

            turn(temporary.clientId(), "");
            turn(temporary.clientId(), "web");
            Page page = visitor.browser().open(workfront.authorizeAddress(temporary.application()));

            assertThat(new ConsentPage(page).allow().callback().code()).isNotBlank();
        }
    }

    /** What a developer who was handed a token for one registration sends. */
    @ParameterizedTest
    @ValueSource(strings = {"workfront.application.type=web", "workfront.introspect=true"})
    void whoRegistersAClientGivesItNoSettingOfOurs(String setting) {
        String[] parts = setting.split("=");
        Map<String, Object> ordinary = Map.of("redirectUris", List.of(REDIRECT_URL), "consentRequired", true);
        Map<String, Object> ours =
                Map.of("redirectUris", List.of(REDIRECT_URL), "attributes", Map.of(parts[0], parts[1]));
        String initial = demo.keycloak()
                .admin()
                .ask("acme/clients-initial-access", INITIAL)
                .get("token")
                .asText();

        Answer refused = send("POST", "", initial, ours);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);

        Answer registered = send("POST", "", initial, ordinary);
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String clientId = registered.member("clientId");
        try {
            ObjectNode changed = (ObjectNode) registered.body();
            String own = changed.get("registrationAccessToken").asText();
            changed.withObject("/attributes").put(parts[0], parts[1]);
            Answer unchanged = send("PUT", "/" + clientId, own, changed);

            assertThat(unchanged.status()).as(unchanged.toString()).isEqualTo(400);
            JsonNode kept = demo.realm().clients().find(clientId);
            assertThat(kept.at("/attributes/" + parts[0]).isMissingNode()).isTrue();
        } finally {
            demo.realm().clients().delete(clientId);
        }
    }

    private Answer send(String method, String path, String token, Object body) {
        // Such a token is good at the host where it was made.
        String realm = workfront.organisation().realm().replace("://acme.my.localhost", "://127.0.0.1");
        return workfront.send(
                Request.of(method, realm + "/clients-registrations/default" + path)
                        .body(
                                "application/json",
                                new ObjectMapper().valueToTree(body).toString()),
                "Authorization",
                "Bearer " + token);
    }

    private void turn(String clientId, String type) {
        demo.realm().clients().change(clientId, client -> client.withObject("/attributes")
                .put("workfront.application.type", type));
    }
}
