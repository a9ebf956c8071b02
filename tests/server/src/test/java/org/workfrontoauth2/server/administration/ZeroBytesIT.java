package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** PostgreSQL takes no text with a zero byte: whoever sends one is refused like any other bad input. */
@RunsOn
class ZeroBytesIT {

    private final OwnRealm realm;

    ZeroBytesIT(TwoNodes nodes) {
        this.realm = OwnRealm.served(nodes.first());
    }

    @AfterEach
    void deleteRealm() {
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/secrets/%00", "/public-keys/%00", "/grants/%00", "/%00"})
    void inAPathTheyLeadNowhere(String below) {
        String clientId = realm.applications()
                .create("machine-to-machine")
                .get("clientId")
                .asText();
        String path = "/" + (below.isEmpty() ? "%00" : clientId + below);

        assertThat(realm.applications().caller().delete(path).status()).isEqualTo(404);
    }

    @Test
    void inAMemberTheyAreRefused() {
        Answer answer = realm.applications().caller().post("", Map.of("type", "web", "name", "It\0"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=authorization_code&code=%00&client_id=%00&client_secret=%00&redirect_uri=%00",
                "grant_type=refresh_token&refresh_token=%00&client_id=%00&client_secret=%00",
                "grant_type=refresh_token&refresh_token=%00&client_id=CLIENT&client_secret=%00",
                "client_id=%00&client_secret=%00&jwt_token=%00",
            })
    void atTheTokenEndpointsTheyAreRefused(String form) {
        String clientId = realm.applications().create("web").get("clientId").asText();
        for (String endpoint : new String[] {"token", "jwt/exchange"}) {
            Request request = Request.of(
                            "POST",
                            "http://localhost:" + realm.keycloak().port() + "/realms/" + realm.name()
                                    + "/integrations/oauth2/api/v1/" + endpoint)
                    .body("application/x-www-form-urlencoded", form.replace("CLIENT", clientId));

            Answer answer = Caller.answer(realm.server().send(request));

            assertThat(answer.status()).as(answer.toString()).isBetween(400, 401);
        }
    }
}
