package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** What an earlier version left of Keycloak's defaults in applications is gone after an upgrade. */
@RunsOn
class UpgradeIT {

    private static final String CHALLENGE = "pkce.code.challenge.method";
    private static final String ROTATED = "client.secret.rotated";

    private final KeycloakServer keycloak;

    UpgradeIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void applicationsOfAnEarlierVersionAreSetRight() {
        try (OwnRealm served = OwnRealm.served(keycloak);
                OwnRealm ordinary = OwnRealm.ordinary(keycloak)) {
            Map<String, JsonNode> before = new LinkedHashMap<>();
            for (String type : new String[] {"web", "single-page", "machine-to-machine"}) {
                String clientId =
                        served.applications().create(type).get("clientId").asText();
                before.put(clientId, served.realm().clients().find(clientId));
            }
            ordinary.as(OwnRealm.OWNER)
                    .post("/clients", Way.barely("web", "no-application").put("publicClient", false));

            keycloak.rewrite(
                    "update CLIENT set SECRET = 'of-keycloak', DIRECT_ACCESS_GRANTS_ENABLED = true, PUBLIC_CLIENT = true,"
                            + " FULL_SCOPE_ALLOWED = true"
                            + " where ID in (select CLIENT_ID from WORKFRONT_APPLICATION)",
                    "update CLIENT set SECRET = 'of-keycloak', DIRECT_ACCESS_GRANTS_ENABLED = true"
                            + " where CLIENT_ID = 'no-application'",
                    "delete from CLIENT_ATTRIBUTES where NAME = '" + CHALLENGE + "'",
                    "insert into CLIENT_ATTRIBUTES (CLIENT_ID, NAME, VALUE) select CLIENT_ID, '" + ROTATED
                            + "', 'older' from WORKFRONT_APPLICATION",
                    "delete from DATABASECHANGELOG_WORKFRONT where ID in ('workfront-8', 'workfront-18')");

            before.forEach((clientId, client) ->
                    assertThat(served.realm().clients().find(clientId)).isEqualTo(client));
            assertThat(before.values())
                    .filteredOn(JsonNode::isObject)
                    .extracting(client -> client.at("/attributes/" + CHALLENGE).asText())
                    .containsExactly("", "S256", "");
            ObjectNode untouched = ordinary.realm().clients().find("no-application");
            assertThat(untouched.get("directAccessGrantsEnabled").asBoolean()).isTrue();
            assertThat(untouched.get("secret").asText()).isEqualTo("of-keycloak");
        }
    }
}
