package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

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
            FineGrained permissions = FineGrained.in(realm);
            Caller user = realm.as(OwnRealm.QUERIER).below(Applications.PATH);
            assertThat(user.get("").body().get("applications")).isEmpty();
            assertRefused(user.get("/" + theirs), 403, "forbidden");
            permissions.allow(OwnRealm.QUERIER, theirs);

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
}
