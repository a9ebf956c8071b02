package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/** A full export carries the registered applications, so that the statements in apps out there are still good. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationExportIT {

    private static final String ATTRIBUTE = "workfront.registered.applications";

    private final OwnRealm realm;
    private final Software software;

    @TempDir
    Path folder;

    RegistrationExportIT(KeycloakServer keycloak) {
        this.realm = Software.realm(keycloak);
        this.software = Software.in(realm);
    }

    @AfterAll
    void deleteRealm() {
        realm.close();
    }

    /** Only whole realms are imported: a change of a realm would leave them behind as an attribute. */
    @Test
    void aChangeOfTheRealmBringsNone() {
        ObjectNode settings = (ObjectNode) realm.keycloak().admin().get(realm.name());
        settings.withObject("/attributes").put(ATTRIBUTE, "[{\"id\": \"smuggled\", \"name\": \"Smuggled\"}]");

        Answer answer = realm.as(OwnRealm.OWNER).put("", settings);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("errorMessage"))
                .isEqualTo("The attribute " + ATTRIBUTE + " is read only while a whole realm is imported.");
        assertThat(software.caller().get("/smuggled").status()).isEqualTo(404);
        settings.withObject("/attributes").put(ATTRIBUTE, "");
        assertThat(realm.as(OwnRealm.OWNER).put("", settings).status()).isEqualTo(204);
        assertThat(realm.keycloak().admin().get(realm.name()).path("attributes").has(ATTRIBUTE))
                .isFalse();
    }

    @Test
    void anExportIsRestoredWithItsRegisteredApplications() throws IOException {
        String id = software.create();
        String revoked = software.create();
        String statement = software.statement(id);
        String revokedStatement = software.statement(revoked);
        software.revoke(revoked);
        Device.Registered client = Device.of(realm).registered(statement);
        JsonNode before = software.get(revoked);
        Path file = folder.resolve("realm.json");

        realm.keycloak().run("export", "--file=" + file, "--realm=" + realm.name());

        String exported = Files.readString(file);
        assertThat(new ObjectMapper()
                        .readTree(exported)
                        .at("/attributes/" + ATTRIBUTE)
                        .asText())
                .contains(id, revoked);
        assertThat(exported).doesNotContain(client.clientId()).doesNotContain(client.secret());

        realm.keycloak().run("import", "--file=" + file, "--override=true");

        Software restored = new Software(realm.serverAdministrator().below("/registered-applications"));
        assertThat(restored.get(revoked).get("revokedAt")).isEqualTo(before.get("revokedAt"));
        assertThat(restored.get(id).get("clients").asInt()).isZero();
        assertThat(Device.of(realm).register(statement).status()).isEqualTo(201);
        assertThat(Device.of(realm).register(revokedStatement).member("error"))
                .isEqualTo("unapproved_software_statement");
        assertThat(Device.of(realm).token(client).member("error")).isEqualTo("invalid_client");
        assertThat(realm.keycloak().admin().get(realm.name()).path("attributes").has(ATTRIBUTE))
                .isFalse();
    }

    /** At its start a server imports in the same way, and does not start. */
    @Test
    void anImportThatCannotBeReadFailsAndLeavesTheRealmAsItWas() throws IOException {
        String id = software.create();
        Path file = folder.resolve("broken.json");
        realm.keycloak().run("export", "--file=" + file, "--realm=" + realm.name());
        ObjectNode exported = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        exported.withObject("/attributes").put(ATTRIBUTE, "[{\"name\": \"a\", \"revokedAt\": 5}]");
        Files.writeString(file, exported.toString());

        assertThatThrownBy(() -> realm.keycloak().run("import", "--file=" + file, "--override=true"))
                .hasMessageContaining(
                        "Realm " + realm.name() + " is not imported. Registered application 1 of the import"
                                + " cannot be read: revokedAt must be a time from 1970 to 9999");

        Software left = new Software(realm.serverAdministrator().below("/registered-applications"));
        assertThat(left.get(id).get("name").asText()).isEqualTo("Some TV");
    }
}
