package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Every change is an admin event of the realm: who, what and when. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminEventsIT {

    private final OwnRealm realm;
    private final Applications applications;

    AdminEventsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    @Test
    void aCreation() throws IOException {
        forget();
        String clientId = applications.create("web").get("clientId").asText();

        JsonNode event = onlyEvent("CREATE", "CLIENT", "oauth2-applications/" + clientId, OwnRealm.MANAGER);

        JsonNode what = new ObjectMapper().readTree(event.get("representation").asText());
        assertThat(what.get("clientId").asText()).isEqualTo(clientId);
        assertThat(what.get("name").asText()).isEqualTo("Some web");
    }

    @Test
    void aChange() throws IOException {
        String clientId = applications.create("web").get("clientId").asText();
        forget();
        applications.change(clientId, Map.of("name", "Other"));

        JsonNode event = onlyEvent("UPDATE", "CLIENT", "oauth2-applications/" + clientId, OwnRealm.MANAGER);

        JsonNode what = new ObjectMapper().readTree(event.get("representation").asText());
        assertThat(what.get("name").asText()).isEqualTo("Other");
    }

    @Test
    void aDeletion() {
        String clientId = applications.create("web").get("clientId").asText();
        forget();
        applications.delete(clientId);

        onlyEvent("DELETE", "CLIENT", "oauth2-applications/" + clientId, OwnRealm.MANAGER);
    }

    @Test
    void anAddedSecret() {
        String clientId = applications.create("web").get("clientId").asText();
        forget();
        String id = applications.addSecret(clientId).get("id").asText();

        onlyEvent("CREATE", "CLIENT", "oauth2-applications/" + clientId + "/secrets/" + id, OwnRealm.MANAGER);
    }

    @Test
    void aDeletedSecret() {
        JsonNode created = applications.create("web");
        String path = created.get("clientId").asText() + "/secrets/"
                + created.at("/secrets/0/id").asText();
        forget();
        applications.caller().delete("/" + path);

        onlyEvent("DELETE", "CLIENT", "oauth2-applications/" + path, OwnRealm.MANAGER);
    }

    @Test
    void endedGrants() {
        Application application = applications.createForUsers("web");
        new Person(realm, OwnRealm.USER).allow(application);
        forget();
        applications.caller().delete("/" + application.clientId() + "/grants");

        onlyEvent("DELETE", "CLIENT", "oauth2-applications/" + application.clientId() + "/grants", OwnRealm.MANAGER);
    }

    @Test
    void anEndedGrant() {
        Application application = applications.createForUsers("web");
        new Person(realm, OwnRealm.USER).allow(application);
        String grants = "/" + application.clientId() + "/grants";
        String path = grants + "/"
                + applications.caller().get(grants).body().at("/0/id").asText();
        forget();
        applications.caller().delete(path);

        onlyEvent("DELETE", "CLIENT", "oauth2-applications" + path, OwnRealm.MANAGER);
    }

    @Test
    void changedSettings() throws IOException {
        forget();
        realm.as(OwnRealm.OWNER).put("/oauth2-applications-settings", Map.of("limit", 9));

        JsonNode event = onlyEvent("UPDATE", "REALM", "oauth2-applications-settings", OwnRealm.OWNER);

        JsonNode what = new ObjectMapper().readTree(event.get("representation").asText());
        assertThat(what.get("limit").asInt()).isEqualTo(9);
    }

    @Test
    void whatIsReadOrRefusedIsNone() {
        String clientId = applications.create("web").get("clientId").asText();
        forget();

        applications.list();
        applications.get(clientId);
        applications.caller().get("/" + clientId + "/grants");
        applications.caller().patch("/" + clientId, Map.of("name", ""));
        applications.caller().post("", Map.of("type", "web"));
        applications.caller().delete("/" + clientId + "/secrets/none");
        realm.as(OwnRealm.VIEWER).below(Applications.PATH).delete("/" + clientId);

        assertThat(realm.adminEvents()).isEmpty();
    }

    private void forget() {
        Answer answer = realm.as(OwnRealm.OWNER).delete("/admin-events");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private JsonNode onlyEvent(String operation, String resource, String path, String who) {
        List<JsonNode> events = realm.adminEvents();
        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.get("operationType").asText()).isEqualTo(operation);
        assertThat(event.get("resourceType").asText()).isEqualTo(resource);
        assertThat(event.get("resourcePath").asText()).isEqualTo(path);
        assertThat(event.at("/authDetails/userId").asText())
                .isEqualTo(realm.realm().users().find(who).id());
        assertThat(event.get("time").asLong()).isPositive();
        return event;
    }
}
