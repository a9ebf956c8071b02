package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Application;

/** Realms that are administered with keycloak-config-cli: files that name some settings, imported again and again. */
@RunsOn
class ConfigCliIT {

    private final OwnRealm realm;
    private final ConfigCli tool;
    private final ObjectNode file;

    ConfigCliIT(OwnRealm realm) {
        this.realm = realm;
        this.tool = new ConfigCli(realm.as(OwnRealm.OWNER));
        this.file = JsonNodeFactory.instance.objectNode().put("displayName", "Acme");
        file.withObject("/attributes").put("frontendUrl", "");
        file.putArray("clients")
                .add(Way.barely("web", "tool-web"))
                .add(Way.barely("single-page", "tool-spa"))
                .add(Way.barely("machine-to-machine", "tool-m2m"));
    }

    @Test
    void whatWasImportedNeedsNoOtherChange() {
        assertThat(tool.run(file)).containsExactly("POST tool-web", "POST tool-spa", "POST tool-m2m");

        assertThat(tool.run(file)).isEmpty();
    }

    @Test
    void onlyWhatChangedIsWritten() {
        tool.run(file);
        ((ObjectNode) file.at("/clients/1")).put("description", "Books hours");

        assertThat(tool.run(file)).containsExactly("PUT tool-spa");

        assertThat(realm.applications().get("tool-spa").get("description").asText())
                .isEqualTo("Books hours");
        assertThat(tool.run(file)).isEmpty();
    }

    @Test
    void whatIsDeployedGoesOnWorking() {
        tool.run(file);
        String secret =
                realm.applications().addSecret("tool-web").get("clientSecret").asText();
        Application application = new Application("tool-web", secret, Applications.REDIRECT_URL);
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        ((ObjectNode) file.at("/clients/0")).put("description", "Books hours");

        List<String> written = tool.run(file);

        assertThat(written).containsExactly("PUT tool-web");
        assertThat(user.alive(tokens)).isTrue();
        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);
        JsonNode list = realm.applications().list();
        assertThat(list.get("customerId").asText()).isEqualTo(realm.customerId());
        assertThat(list.get("count").asInt()).isEqualTo(3);
    }
}
