package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 1: the name of a realm is a tenant's to change, its hosts are not. */
@RunsOn
class RenamedRealmIT {

    private final KeycloakServer keycloak;

    RenamedRealmIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void whoRenamesARealmDoesNotComeToTheHostsOfItsNewName() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-a")) {
            assertThat(tenant.isServedOn("renamed-a.my.localhost")).isTrue();

            tenant.rename(tenant.administrator(), "renamed-b");

            assertNotFound(tenant.host("renamed-b.my.localhost"));
            assertNotFound(tenant.host("renamed-b.preview.localhost"));
            assertNotFound(tenant.host("renamed-a.my.localhost"));
            assertThat(tenant.isServedOnItsPath()).isTrue();

            tenant.rename(tenant.administrator(), "renamed-a");
            assertThat(tenant.isServedOn("renamed-a.my.localhost")).isTrue();
        }
    }

    /** Nobody else would be told that its hosts are gone. */
    @Test
    void theLogSaysWhoseHostsAreGoneAndWhatToDo() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-r")) {
            String line = "Realm renamed-r was renamed to renamed-s by somebody who may not give hosts away, so it is"
                    + " served on its path only. For the hosts of the new name, an administrator of the server must"
                    + " rename it away and back.";
            long before = keycloak.log().end();
            tenant.rename(tenant.administrator(), "renamed-s");

            assertThat(keycloak.log().since(before)).containsOnlyOnce(line);

            long after = keycloak.log().end();
            tenant.rename(tenant.administrator(), "renamed-r");
            tenant.rename(tenant.serverAdministrator(), "renamed-t");

            assertThat(keycloak.log().since(after)).doesNotContain("who may not give hosts away");
        }
    }

    /** Not its labels either, where it came to its own path through another's host. */
    @Test
    void onItsPathAnothersHostCountsForNothing() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-c")) {
            tenant.rename(tenant.administrator(), "renamed-d");
            Map<String, String> query = Workfront.query(Acme.WEB);
            query.put("response_mode", "fragment");

            Workfront through = tenant.host("renamed-d.preview.localhost").below();
            Answer answer = through.get(through.authorizeAddress(query));

            Callback callback = new Callback(answer.headers().first("Location").orElseThrow());
            assertThat(callback.parameter("lane")).contains("my");
        }
    }

    @Test
    void whatWasIssuedBeforeLivesOnOnTheRealmsPath() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-e")) {
            Workfront host = tenant.host("renamed-e.my.localhost");
            Visitor visitor = new Visitor(tenant.realm().users().create(), new Browser(host.server()));
            Tokens tokens = visitor.grant(host, Acme.WEB);
            String code = visitor.allow(host, Acme.WEB).code();

            tenant.rename(tenant.administrator(), "renamed-f");

            assertThat(tenant.path().alive(tokens.sessionId())).isTrue();
            Tokens.of(tenant.path().refresh(Acme.WEB, tokens.refreshToken()));
            Tokens.of(tenant.path().redeem(Acme.WEB, code));
            Answers.assertThat(host.refresh(Acme.WEB, tokens.refreshToken())).hasStatus(404);
        }
    }

    @Test
    void theHostsFollowWhenAnAdministratorOfTheServerRenamesARealm() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-g")) {
            tenant.rename(tenant.serverAdministrator(), "renamed-h");

            assertThat(tenant.isServedOn("renamed-h.my.localhost")).isTrue();
            assertThat(tenant.isServedOn("renamed-g.my.localhost")).isFalse();
        }
    }

    /** Saving another setting is no decision about hosts. */
    @Test
    void anAdministratorOfTheServerGivesNoHostsByAccident() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-i")) {
            tenant.rename(tenant.administrator(), "renamed-j");

            tenant.serverAdministrator().put("", Map.of("displayName", "Another organisation"));
            tenant.serverAdministrator().put("", Map.of("realm", "renamed-j", "displayName", "Another"));
            tenant.serverAdministrator().put("/oauth2-applications-settings", Map.of("enabled", true));

            assertThat(tenant.isServedOn("renamed-j.my.localhost")).isFalse();
        }
    }

    /** Whatever a realm's administrator writes into the realm. */
    @Test
    void noAttributeAndNoPartialImportBringsTheHosts() {
        try (Tenant tenant = Tenant.create(keycloak, "renamed-k")) {
            tenant.rename(tenant.administrator(), "renamed-l");
            Caller administrator = tenant.administrator();
            JsonNode exported = administrator
                    .post("/partial-export?exportClients=true", null)
                    .body();

            assertThat(exported.toString()).doesNotContain("renamed-k.my");
            administrator.put(
                    "",
                    Map.of(
                            "attributes",
                            Map.of(
                                    "workfront.enabled", "true",
                                    "workfront.domain", "renamed-l",
                                    "frontendUrl", "http://" + keycloak.host("renamed-l.my.localhost"))));
            administrator.put("", Map.of("attributes", Map.of("workfront.enabled", "true", "frontendUrl", "")));
            administrator.post(
                    "/partialImport",
                    Map.of(
                            "realm", "renamed-l",
                            "ifResourceExists", "OVERWRITE",
                            "attributes", Map.of("workfront.domain", "renamed-l")));
            tenant.administrator().put("/oauth2-applications-settings", Map.of("enabled", false));
            tenant.administrator().put("/oauth2-applications-settings", Map.of("enabled", true));

            assertThat(tenant.isServedOn("renamed-l.my.localhost")).isFalse();
            assertThat(tenant.isServedOn("renamed-k.my.localhost")).isFalse();
        }
    }

    /** Who is no administrator of the server but may create realms in it makes one of any free name. */
    @Test
    void whoMayCreateRealmsAndNoMoreGivesThemNoHosts() {
        String user = keycloak.admin()
                .post(
                        "master/users",
                        Map.of(
                                "username",
                                "creator",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", "creator"))));
        try {
            JsonNode role = keycloak.admin().get("master/roles/create-realm");
            keycloak.admin().post("master/users/" + user + "/role-mappings/realm", List.of(role));
            Caller creator =
                    new Caller(new Loopback(keycloak.port()), keycloak.base() + "/admin/realms", token("creator"));
            Map<String, Object> realm =
                    Map.of("realm", "renamed-m", "enabled", true, "attributes", Map.of("workfront.enabled", "true"));

            assertThat(creator.post("", realm).status()).isEqualTo(201);
            try (Tenant tenant = Tenant.of(keycloak, "renamed-m")) {
                assertThat(tenant.isServedOn("renamed-m.my.localhost")).isFalse();
                assertThat(tenant.isServedOnItsPath()).isTrue();

                tenant.rename(tenant.serverAdministrator(), "renamed-n");
                tenant.rename(tenant.serverAdministrator(), "renamed-m");
                assertThat(tenant.isServedOn("renamed-m.my.localhost")).isTrue();
            }
            // The name is free again: its hosts go to nobody who makes a realm of that name.
            assertThat(creator.post("", realm).status()).isEqualTo(201);
            try (Tenant tenant = Tenant.of(keycloak, "renamed-m")) {
                assertThat(tenant.isServedOn("renamed-m.my.localhost")).isFalse();
            }
        } finally {
            keycloak.admin().delete("master/users/" + user);
        }
    }

    /** The administrator of the server decides again when the name of a renamed realm is given to another one. */
    @Test
    void aNameIsOneRealmsOnly() {
        try (Tenant first = Tenant.create(keycloak, "renamed-o")) {
            first.rename(first.administrator(), "renamed-p");
            try (Tenant second = Tenant.create(keycloak, "renamed-o")) {
                assertThat(second.isServedOn("renamed-o.my.localhost")).isTrue();
                second.rename(second.administrator(), "renamed-q");
                first.rename(first.administrator(), "renamed-o");

                assertThat(first.isServedOn("renamed-o.my.localhost")).isFalse();
            }
        }
    }

    private String token(String user) {
        Answer answer = Caller.answer(new Loopback(keycloak.port())
                .send(Request.form(
                        keycloak.base() + "/realms/master/protocol/openid-connect/token",
                        List.of(
                                Map.entry("grant_type", "password"),
                                Map.entry("client_id", "admin-cli"),
                                Map.entry("username", user),
                                Map.entry("password", user)))));
        return answer.member("access_token");
    }

    private static void assertNotFound(Workfront workfront) {
        Answers.assertThat(workfront.get(workfront.authorizeAddress(Acme.WEB))).hasStatus(404);
        Answers.assertThat(workfront.redeem(Acme.WEB, "no-such-code")).hasStatus(404);
        Answers.assertThat(workfront.client(Acme.WEB).logOut("no-such-session")).hasStatus(404);
        Answers.assertThat(workfront.get(workfront.base() + "/integrations/oauth2/logos/" + "0".repeat(64)))
                .hasStatus(404);
    }
}
