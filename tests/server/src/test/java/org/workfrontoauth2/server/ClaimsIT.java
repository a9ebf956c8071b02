package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;

/** Contract, section 8: {@code wid}, {@code domain} and {@code lane} for clients that are no applications. */
@RunsOn
class ClaimsIT {

    private static final List<String> CLAIMS = List.of("wid", "domain", "lane");

    private final Demo demo;

    ClaimsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.my.localhost,      acme, my",
        "acme.preview.localhost, acme, preview",
        "localhost,              acme, my",
        "127.0.0.1,              acme, my",
    })
    void areThoseOfTheHostThatTheLoginCameThrough(String host, String domain, String lane) {
        User bob = demo.realm().users().find("bob");
        String clientId = demo.realm().clients().createLike("plain-oidc", ClaimsIT::beItsOwnAudience);
        try {
            PlainClient client =
                    new PlainClient(demo.on(host), new Application(clientId, "a secret", Acme.PLAIN.redirectUrl()));

            Answer tokens = client.login(demo.visitor(bob), "openid workfront");

            assertClaims(client.claims(tokens, "id_token"), domain, lane);
            assertClaims(client.claims(tokens, "access_token"), domain, lane);
            assertClaims(client.userinfo(tokens).body(), domain, lane);
            assertClaims(client.introspect(tokens).body(), domain, lane);
        } finally {
            demo.realm().clients().delete(clientId);
        }
    }

    /** Keycloak tells about a token those whom it is meant for. */
    private static void beItsOwnAudience(ObjectNode client) {
        client.put("secret", "a secret");
        client.putArray("protocolMappers")
                .addObject()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", client.get("clientId").asText())
                .put("access.token.claim", "true");
    }

    @Test
    void stayThoseOfTheLoginAfterARefreshThroughAnotherHost() {
        User bob = demo.realm().users().find("bob");
        PlainClient atLogin = new PlainClient(demo.on(Demo.PREVIEW));
        Answer tokens = atLogin.login(demo.visitor(bob), "openid workfront");

        // The issuer of ordinary tokens is the host: a token of one host is refreshed on that host.
        Answer refreshed = atLogin.refresh(tokens);

        assertClaims(atLogin.claims(refreshed, "access_token"), "acme", "preview");
    }

    @Test
    void holdForTheOtherGrantsToo() {
        PlainClient client = new PlainClient(demo.on(Demo.PREVIEW));

        Answer tokens = client.password("bob", "openid workfront");

        assertClaims(client.claims(tokens, "access_token"), "acme", "preview");
    }

    @Test
    void withoutTheAttributeTheWidIsTheUsersId() {
        Visitor visitor = demo.visitor();
        PlainClient client = new PlainClient(demo.workfront());

        JsonNode claims = client.claims(client.login(visitor, "openid workfront"), "id_token");

        assertThat(claims.get("wid").asText()).isEqualTo(visitor.user().wid());
    }

    @Test
    void areNotThereWithoutTheScope() {
        PlainClient client = new PlainClient(demo.workfront());
        Answer tokens = client.login(demo.visitor(), "openid");

        assertThat(client.claims(tokens, "id_token").fieldNames()).toIterable().doesNotContainAnyElementsOf(CLAIMS);
        assertThat(client.claims(tokens, "access_token").fieldNames())
                .toIterable()
                .doesNotContainAnyElementsOf(CLAIMS);
        assertThat(client.userinfo(tokens).body().fieldNames()).toIterable().doesNotContainAnyElementsOf(CLAIMS);
    }

    @Test
    void theConsoleOffersTheThreeMappers() {
        JsonNode mappers = demo.workfront()
                .get(
                        demo.keycloak().base() + "/admin/serverinfo",
                        "Authorization",
                        "Bearer " + demo.keycloak().admin().token())
                .body()
                .at("/protocolMapperTypes/openid-connect");

        assertThat(StreamSupport.stream(mappers.spliterator(), false)
                        .map(mapper -> mapper.get("id").asText()))
                .contains("workfront-wid-mapper", "workfront-domain-mapper", "workfront-lane-mapper");
    }

    @Test
    void aUserCannotChangeTheirWid() {
        User bob = demo.realm().users().find("bob");
        Account account = Account.of(demo, bob);
        ObjectNode profile = (ObjectNode) account.read().body();
        ObjectNode attributes =
                profile.get("attributes") instanceof ObjectNode there ? there : profile.putObject("attributes");
        attributes.putArray("wid").add("a11ce0000000000000000000000a11ce");

        account.write(profile.toString());

        Answer tokens = new PlainClient(demo.workfront()).password("bob", "openid workfront");
        assertThat(new PlainClient(demo.workfront())
                        .claims(tokens, "access_token")
                        .get("wid")
                        .asText())
                .isEqualTo("b0b00000000000000000000000000b0b");
    }

    /** What comes back from the browser is stock for a client that is no application. */
    @Test
    void theRedirectOfAnOrdinaryClientHasNoOrganisation() {
        Visitor visitor = demo.visitor();
        PlainClient client = new PlainClient(demo.workfront());

        Map<String, String> parameters =
                visitor.logIn(client.address("openid workfront")).callback().parameters();

        assertThat(parameters).containsKeys("code", "session_state", "iss").doesNotContainKeys("domain", "lane");
        assertThat(new Browser(demo.workfront().server())
                        .open(client.address("openid") + "&prompt=none")
                        .callback()
                        .parameters())
                .containsEntry("error", "login_required")
                .doesNotContainKeys("domain", "lane");
    }

    private static void assertClaims(JsonNode claims, String domain, String lane) {
        assertThat(claims.path("wid").asText()).isEqualTo("b0b00000000000000000000000000b0b");
        assertThat(claims.path("domain").asText()).isEqualTo(domain);
        assertThat(claims.path("lane").asText()).isEqualTo(lane);
    }
}
