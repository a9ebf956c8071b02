package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Organisation;

/** A realm that requires HTTPS is served over HTTPS only, at every endpoint of the contract. */
@RunsOn
class EncryptionIT {

    private static final String NAME = "encrypted";
    private static final String BASIC = Workfront.basic("acme-web", "acme-web-secret-for-the-demo-only");

    private final KeycloakServer keycloak;
    private Realm realm;
    private Workfront host;
    private Tokens tokens;

    EncryptionIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @BeforeEach
    void requireHttpsAfterALogin() {
        realm = Organisations.create(keycloak, NAME);
        realm.recordEvents();
        Workfront acme = Workfront.on(keycloak, NAME + ".my.localhost");
        host = new Workfront(acme.server(), Organisation.ofHost(NAME, "my", keycloak.port()));
        tokens = new Visitor(realm.users().create(), new Browser(host.server())).grant(host, Acme.WEB);
        realm.change(settings -> settings.put("sslRequired", "all"));
    }

    @AfterEach
    void deleteRealm() {
        realm.delete();
    }

    @Test
    void revocationIsRefused() {
        Refused refused = Refused.when(
                realm.events(),
                () -> host.post(
                        host.standardEndpoint("revoke"),
                        Map.of("token", tokens.refreshToken()),
                        "Authorization",
                        BASIC));

        refused.answersStandard(400, "invalid_request").records("REVOKE_GRANT_ERROR", "ssl_required");
        assertEverythingLives();
    }

    @Test
    void theContractsOwnRevocationIsRefused() {
        Refused.when(
                        realm.events(),
                        () -> host.post(
                                host.base() + "/integrations/oauth2/api/v1/revoke",
                                Map.of("token", tokens.refreshToken()),
                                "Authorization",
                                BASIC))
                .answers(400, "invalid_request")
                .records("REVOKE_GRANT_ERROR", "ssl_required");
        assertEverythingLives();
    }

    @Test
    void logoutIsRefusedOnBothMounts() {
        for (Workfront mount : List.of(host, host.below())) {
            Refused refused = Refused.when(
                    realm.events(), () -> mount.get(mount.logoutEndpoint(), "sessionID", tokens.sessionId()));

            Answers.assertThat(refused.answer()).hasStatus(400);
            assertThat(refused.answer().body().at("/error/message").asText()).isEqualTo("HTTPS is required.");
            assertThat(refused.answer().body().at("/error/class").asText()).isNotBlank();
            refused.records("LOGOUT_ERROR", "ssl_required");
        }
        assertEverythingLives();
    }

    @Test
    void tokenAndExchangeAreRefused() {
        Refused.when(realm.events(), () -> host.refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_request")
                .records("CODE_TO_TOKEN_ERROR", "ssl_required");
        Refused.when(
                        realm.events(),
                        () -> host.post(
                                host.base() + "/integrations/oauth2/api/v1/jwt/exchange",
                                Map.of("client_id", "acme-m2m", "jwt_token", "a.b.c")))
                .answers(400, "invalid_request")
                .records("OAUTH2_EXTENSION_GRANT_ERROR", "ssl_required");
        assertEverythingLives();
    }

    @Test
    void authorizeIsRefused() {
        Answer answer = host.below().get(host.below().authorizeAddress(Acme.WEB));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.headers().first("Location")).isEmpty();
    }

    @Test
    void theDescriptionIsRefused() {
        Answers.assertThat(host.get(host.base() + "/.well-known/oauth-authorization-server"))
                .isWorkfrontError(400, "invalid_request");
    }

    private void assertEverythingLives() {
        realm.change(settings -> settings.put("sslRequired", "none"));
        assertThat(host.alive(tokens.sessionId())).isTrue();
        Tokens.of(host.refresh(Acme.WEB, tokens.refreshToken()));
    }
}
