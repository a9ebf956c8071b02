package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Standard dynamic client registration (RFC 7591) knows no applications: what it makes, is ordinary. */
@RunsOn
class OpenIdConnectRegistrationIT {

    private final KeycloakServer keycloak;

    OpenIdConnectRegistrationIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void whateverItsMetadataSayTheClientIsNoApplication() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Caller registrations = new Caller(
                    realm.server(),
                    realm.base() + "/realms/" + realm.name() + "/clients-registrations/openid-connect",
                    realm.as(OwnRealm.MANAGER).token());

            Answer answer = registrations.post(
                    "",
                    Map.of(
                            "redirect_uris",
                            List.of("https://app.example/cb"),
                            "workfront.application.type",
                            "web",
                            "attributes",
                            Map.of("workfront.application.type", "web", "workfront.secret.sha256", "0".repeat(64))));

            if (answer.status() == 201) {
                JsonNode client = realm.realm().clients().find(answer.member("client_id"));
                assertThat(client.get("attributes").fieldNames())
                        .toIterable()
                        .noneMatch(name -> name.startsWith("workfront."));
            }
            assertThat(answer.status()).as(answer.toString()).isIn(201, 400);
            assertThat(realm.applications().list().get("count").asInt()).isZero();
        }
    }
}
