package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Callback;

/** Contract, section 1: the prefix {@code origin-} of Workfront Fusion's default host is left out. */
@RunsOn
class OriginIT {

    private static final String HOST = "origin-acme.my.localhost";

    private final KeycloakServer keycloak;
    private final Demo demo;

    OriginIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.demo = new Demo(keycloak);
    }

    @Test
    void theWholeWalkWorksOnAHostWithThePrefix() {
        Workfront origin = demo.on(HOST);

        Callback callback = demo.visitor().allow(origin, Acme.WEB);

        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("iss", origin.base());
        Tokens tokens = Tokens.of(origin.redeem(Acme.WEB, callback.code()));
        assertThat(origin.introspect(tokens.sessionId()).get("domain").asText()).isEqualTo("acme");
        Tokens.of(demo.workfront().refresh(Acme.WEB, tokens.refreshToken()));
        Answers.assertThat(origin.client(Acme.WEB).logOut(tokens.sessionId())).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin-master.my.localhost",
                "origin-no-such.my.localhost",
                "origin-origin-acme.my.localhost",
                "origin-.my.localhost",
                "origin-acme.localhost",
                "origin-acme",
            })
    void otherHostsWithThePrefixAreNotFound(String host) {
        Workfront workfront = demo.on(host);

        Answers.assertThat(workfront.get(workfront.authorizeAddress(Acme.WEB))).hasStatus(404);
        Answers.assertThat(workfront.redeem(Acme.WEB, "no-such-code")).hasStatus(404);
    }

    /** Switched on or not: a host never changes hands because somebody switches something off. */
    @Test
    void whereARealmHasThatNameTheHostIsThatRealms() {
        try (Tenant tenant = Tenant.create(keycloak, "origin-acme")) {
            Workfront origin = tenant.host(HOST);
            Callback callback =
                    new Visitor(tenant.realm().users().create(), demo.visitor().browser()).allow(origin, Acme.WEB);
            assertThat(callback.parameters()).containsEntry("domain", "origin-acme");

            tenant.administrator().put("/oauth2-applications-settings", java.util.Map.of("enabled", false));
            assertThat(tenant.isServedOn(HOST)).isFalse();
        }
        assertThat(Tenant.of(keycloak, "acme").isServedOn(HOST)).isTrue();
    }

    /** Nor does a tenant take another's by a name. */
    @Test
    void whoRenamesARealmToThatNameTakesNothingAway() {
        try (Tenant tenant = Tenant.create(keycloak, "origin-tenant")) {
            tenant.rename(tenant.administrator(), "origin-acme");

            Tokens tokens = demo.visitor().grant(demo.on(HOST), Acme.WEB);
            assertThat(demo.workfront().alive(tokens.sessionId())).isTrue();
        }
    }
}
