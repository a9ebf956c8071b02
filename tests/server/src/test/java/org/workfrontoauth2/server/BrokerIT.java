package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.Page;

/** Contract, section 3: the organisation's own identity provider, played by a second realm. */
@RunsOn
class BrokerIT {

    private final Demo demo;

    BrokerIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.HOST, Demo.PREVIEW})
    void theOrganisationSurvivesTheDetour(String host) {
        try (IdentityProvider provider = new IdentityProvider(demo)) {
            Visitor visitor = demo.visitor(provider.user());
            Workfront workfront = demo.on(host);

            Page consent = visitor.logIn(address(workfront, Map.of()));
            Callback callback = new ConsentPage(consent).allow().callback();

            assertThat(callback.target()).isEqualTo(Acme.WEB.redirectUrl());
            assertThat(callback.parameters())
                    .containsOnlyKeys("code", "domain", "lane", "state", "iss")
                    .containsEntry("domain", "acme")
                    .containsEntry("lane", host.split("\\.", -1)[1])
                    .containsEntry("state", "the state")
                    .containsEntry("iss", workfront.base());
            Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, callback.code()));
            assertThat(workfront.introspect(tokens.sessionId()).get("username").asText())
                    .isEqualTo(provider.user().name());
            Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
        }
    }

    @Test
    void whatTheUserDeniesAfterTheDetourComesBackWithTheOrganisation() {
        try (IdentityProvider provider = new IdentityProvider(demo)) {
            Visitor visitor = demo.visitor(provider.user());
            Workfront workfront = demo.on(Demo.PREVIEW);

            Callback callback = new ConsentPage(visitor.logIn(address(workfront, Map.of())))
                    .deny()
                    .callback();

            assertThat(callback.parameters())
                    .containsEntry("error", "access_denied")
                    .containsEntry("domain", "acme")
                    .containsEntry("lane", "preview");
        }
    }

    private static String address(Workfront workfront, Map<String, String> more) {
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("kc_idp_hint", IdentityProvider.ALIAS);
        query.putAll(more);
        return workfront.authorizeAddress(query);
    }

    /** A realm in which the users log in, and the demo realm's knowledge of it. */
    private static final class IdentityProvider implements AutoCloseable {

        static final String ALIAS = "head-office";

        private final Realm acme;
        private final Realm realm;
        private final User user;

        IdentityProvider(Demo demo) {
            KeycloakServer keycloak = demo.keycloak();
            acme = demo.realm();
            keycloak.admin().post("", Map.of("realm", ALIAS, "enabled", true));
            realm = keycloak.realm(ALIAS);
            user = realm.users().create();
            realm.clients()
                    .create(Map.of(
                            "clientId",
                            "acme",
                            "secret",
                            "broker-secret",
                            "redirectUris",
                            List.of(
                                    "http://" + keycloak.host(Demo.HOST) + "/*",
                                    "http://" + keycloak.host(Demo.PREVIEW) + "/*")));
            String browser = "http://" + keycloak.host("localhost") + "/realms/" + ALIAS;
            String direct = keycloak.base() + "/realms/" + ALIAS;
            acme.addIdentityProvider(Map.of(
                    "alias",
                    ALIAS,
                    "providerId",
                    "oidc",
                    "enabled",
                    true,
                    "config",
                    Map.of(
                            "clientId",
                            "acme",
                            "clientSecret",
                            "broker-secret",
                            "clientAuthMethod",
                            "client_secret_post",
                            "defaultScope",
                            "openid profile email",
                            "authorizationUrl",
                            browser + "/protocol/openid-connect/auth",
                            "tokenUrl",
                            direct + "/protocol/openid-connect/token",
                            "disableUserInfo",
                            "true",
                            "syncMode",
                            "IMPORT")));
        }

        User user() {
            return user;
        }

        @Override
        public void close() {
            acme.removeIdentityProvider(ALIAS);
            realm.delete();
        }
    }
}
