package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Fine-grained admin permissions count as with Keycloak's own admin API. */
@RunsOn
class FineGrainedPermissionsIT {

    private final KeycloakServer keycloak;

    FineGrainedPermissionsIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void whoMayManageOneClientMayManageThatApplicationAndNoOther() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            String theirs = realm.applications().create("web").get("clientId").asText();
            String other = realm.applications().create("web").get("clientId").asText();
            realm.realm().change(settings -> settings.put("adminPermissionsEnabled", true));
            Caller user = realm.as(OwnRealm.QUERIER).below(Applications.PATH);
            assertThat(user.get("").body().get("applications")).isEmpty();
            assertRefused(user.get("/" + theirs), 403, "forbidden");
            allow(realm, OwnRealm.QUERIER, theirs);

            JsonNode list = user.get("").body();

            assertThat(list.get("applications").findValuesAsText("clientId")).containsExactly(theirs);
            assertThat(list.get("count").asInt()).isEqualTo(2);
            assertThat(user.get("/" + theirs).status()).isEqualTo(200);
            assertThat(user.patch("/" + theirs, Map.of("name", "Mine")).status())
                    .isEqualTo(200);
            assertThat(user.post("/" + theirs + "/secrets", null).status()).isEqualTo(201);
            assertRefused(user.get("/" + other), 403, "forbidden");
            assertRefused(user.patch("/" + other, Map.of("name", "Mine")), 403, "forbidden");
            assertRefused(user.delete("/" + other), 403, "forbidden");
            assertRefused(user.post("", Map.of("type", "web", "name", "New")), 403, "forbidden");
        }
    }

    private static void allow(OwnRealm realm, String username, String clientId) {
        Caller owner = realm.as(OwnRealm.OWNER);
        String user = owner.get("/users?exact=true&username=" + username)
                .body()
                .at("/0/id")
                .asText();
        String authorization = "/clients/" + uuid(owner, "admin-permissions") + "/authz/resource-server";
        created(owner.post(authorization + "/policy/user", Map.of("name", "is " + username, "users", List.of(user))));
        created(owner.post(
                authorization + "/permission/scope",
                Map.of(
                        "name",
                        username + " manages " + clientId,
                        "resourceType",
                        "Clients",
                        "resources",
                        List.of(uuid(owner, clientId)),
                        "scopes",
                        List.of("view", "manage"),
                        "policies",
                        List.of("is " + username))));
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static String uuid(Caller owner, String clientId) {
        return owner.get("/clients?clientId=" + clientId).body().at("/0/id").asText();
    }
}
