package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: at most ten applications per organisation at one time, whatever their type. */
@RunsOn
class LimitIT {

    private final OwnRealm realm;
    private final Applications applications;

    LimitIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @Test
    void anEleventhIsRefusedUntilAPlaceIsFree() {
        List<String> types = List.of("web", "single-page", "machine-to-machine");
        List<String> clientIds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clientIds.add(applications.create(types.get(i % 3)).get("clientId").asText());
        }

        for (String type : types) {
            assertFull(create(type), 10);
        }
        applications.delete(clientIds.get(4));
        assertThat(create("web").status()).isEqualTo(201);
        assertFull(create("web"), 10);
        assertThat(applications.list().get("count").asInt()).isEqualTo(10);
        assertThat(realm.as(OwnRealm.OWNER)
                        .get("/clients?max=1000")
                        .body()
                        .findValuesAsText("workfront.application.type"))
                .hasSize(10);
    }

    @Test
    void aLowerLimitRefusesNewOnesAndDeletesNone() {
        String first = applications.create("web").get("clientId").asText();
        applications.create("web");
        limit(1);

        assertFull(create("web"), 1);
        assertThat(applications.list().get("limit").asInt()).isEqualTo(1);
        assertThat(applications.list().get("count").asInt()).isEqualTo(2);
        assertThat(applications
                        .change(first, Map.of("name", "Still changes"))
                        .get("name")
                        .asText())
                .isEqualTo("Still changes");
        applications.delete(first);
        assertFull(create("web"), 1);
    }

    @Test
    void aHigherLimitMakesRoom() {
        limit(1);
        applications.create("web");
        assertFull(create("web"), 1);
        limit(2);

        assertThat(create("web").status()).isEqualTo(201);
    }

    /** A realm of its own has places of its own. */
    @Test
    void anotherRealmTakesNoPlace() {
        limit(1);
        applications.create("web");
        try (OwnRealm other = OwnRealm.served(realm.keycloak())) {
            assertThat(other.applications().create("web")).isNotNull();
        }
    }

    /** Refused rather than guessed. */
    @Test
    void aLimitThatCannotBeReadIsNone() {
        realm.realm().change(settings -> settings.withObject("/attributes").put("workfront.application.limit", "many"));

        assertFull(create("web"), 0);
    }

    /** An application that becomes an ordinary client again leaves its place. */
    @Test
    void whatIsNoApplicationAnyMoreTakesNoPlace() {
        limit(1);
        String clientId = applications.create("web").get("clientId").asText();

        realm.realm().clients().change(clientId, client -> client.withObject("/attributes")
                .put("workfront.application.type", ""));

        assertThat(applications.list().get("count").asInt()).isZero();
        assertThat(create("web").status()).isEqualTo(201);
    }

    private Answer create(String type) {
        return applications.caller().post("", Map.of("type", type, "name", "One more"));
    }

    private void limit(int limit) {
        Answer answer = realm.as(OwnRealm.OWNER).put("/oauth2-applications-settings", Map.of("limit", limit));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void assertFull(Answer answer, int limit) {
        assertRefused(answer, 409, "limit_reached")
                .saying("This organisation has reached its limit of OAuth2 applications, which is " + limit + ".");
    }
}
