package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: client IDs never change. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientIdIT {

    private final OwnRealm realm;
    private final Applications applications;
    private final Caller manager;

    ClientIdIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.manager = realm.as(OwnRealm.MANAGER);
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void anotherOneIsRefused() {
        String clientId = applications.create("web").get("clientId").asText();
        JsonNode before = realm.realm().clients().find(clientId);
        JsonNode event = newestEvent();

        Answer answer = manager.put(address(clientId), Map.of("clientId", "renamed", "name", "Renamed"));

        assertRefused(answer, 400)
                .saying(
                        "The client ID of an OAuth2 application cannot be changed. Create another application instead.");
        assertThat(realm.realm().clients().find(clientId)).isEqualTo(before);
        assertThat(manager.get("/clients?clientId=renamed").body()).isEmpty();
        assertThat(newestEvent()).isEqualTo(event);
    }

    @Test
    void theSameOneMaySent() {
        String clientId = applications.create("web").get("clientId").asText();

        assertThat(manager.put(address(clientId), Map.of("clientId", clientId)).status())
                .isEqualTo(204);
        assertThat(manager.put(address(clientId), Map.of("name", "Renamed")).status())
                .isEqualTo(204);
    }

    @Test
    void anOrdinaryClientIsRenamedAsBefore() {
        manager.post("/clients", Map.of("clientId", "ordinary"));

        assertThat(manager.put(address("ordinary"), Map.of("clientId", "renamed"))
                        .status())
                .isEqualTo(204);
        realm.realm().clients().delete("renamed");
    }

    private JsonNode newestEvent() {
        return realm.as(OwnRealm.OWNER).get("/admin-events?max=1").body();
    }

    private String address(String clientId) {
        return "/clients/" + realm.realm().clients().uuid(clientId);
    }
}
