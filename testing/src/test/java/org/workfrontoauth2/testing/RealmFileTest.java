package org.workfrontoauth2.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final String CALLBACK = "http://localhost:3000/callback";

    @Test
    void realmHasTheClientsAndUsersOfTheSetupAndNoOthers() throws JsonProcessingException {
        JsonNode realm = read(new Setup("globex")
                .webApplication("report", CALLBACK)
                .machineToMachineApplication("nightly")
                .user("carol"));

        assertThat(realm.get("realm").asText()).isEqualTo("globex");
        assertThat(realm.get("clients").findValuesAsText("clientId")).containsExactly("api", "report", "nightly");
        assertThat(realm.get("users").findValuesAsText("username")).containsExactly("carol");
        assertThat(realm.at("/users/0/realmRoles/0").asText()).isEqualTo("default-roles-globex");
    }

    @Test
    void nothingOfTheDemosApplicationsIsLeft() throws JsonProcessingException {
        JsonNode attributes =
                read(new Setup("globex").webApplication("report", CALLBACK)).at("/clients/1/attributes");

        assertThat(attributes.get("workfront.application.type").asText()).isEqualTo("web");
        assertThat(attributes.get("workfront.secret.sha256").asText())
                // printf %s report-secret | sha256sum
                .isEqualTo("726f09f322d6f48a5354ba0156de2e84862706642d1b7d7cbdfd7d926dd3405a");
        assertThat(attributes.has("workfront.rotate")).isFalse();
        assertThat(attributes.has("client.offline.session.max.lifespan")).isFalse();
        assertThat(read(new Setup("globex")).toString())
                .doesNotContain("acme-tv")
                .doesNotContain("alice");
    }

    @Test
    void settingsBecomeAttributes() throws JsonProcessingException {
        JsonNode client = read(new Setup("acme")
                        .singlePageApplication("spa", CALLBACK, "http://localhost:3001/callback")
                        .with("client.offline.session.idle.timeout", "60"))
                .at("/clients/1");

        assertThat(client.at("/attributes/client.offline.session.idle.timeout").asText())
                .isEqualTo("60");
        assertThat(client.get("redirectUris")).hasSize(2);
        assertThat(client.at("/attributes/workfront.secret.sha256").isMissingNode())
                .isTrue();
    }

    private static JsonNode read(Setup setup) throws JsonProcessingException {
        return new ObjectMapper().readTree(RealmFile.of(setup));
    }
}
