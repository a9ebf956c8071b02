package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Gateway;
import org.workfrontoauth2.walkthrough.Request;

/** A full export carries the hashes of client secrets, so that what is imported from it goes on working. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    private static final String SETTINGS = "/oauth2-applications-settings";
    private static final String HASH = "[0-9a-f]{64}";

    private final OwnRealm realm;
    private final Applications applications;
    private final Authentication authentication;

    @TempDir
    Path folder;

    ExportIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.authentication = new Authentication(realm);
    }

    @Test
    void anExportIsRestoredWithItsSecrets() throws IOException {
        JsonNode created = applications.create("web");
        String clientId = created.get("clientId").asText();
        List<String> secrets = List.of(
                created.get("clientSecret").asText(),
                applications.addSecret(clientId).get("clientSecret").asText());
        String withoutSecret =
                applications.create("single-page").get("clientId").asText();
        Path file = folder.resolve("realm.json");
        Caller owner = realm.as(OwnRealm.OWNER);
        owner.put(SETTINGS, Map.of("verifyAddresses", List.of("10.0.0.0/8"), "verifyCacheSeconds", 5));
        String ofGateways = owner.post(SETTINGS + "/verify-secret", null).member("verifySecret");
        JsonNode settings = owner.get(SETTINGS).body();

        realm.keycloak().run("export", "--file=" + file, "--realm=" + realm.name());

        JsonNode exported = new ObjectMapper().readTree(file.toFile());
        assertThat(hash(exported, clientId)).matches(HASH + " " + HASH);
        assertThat(hash(exported, withoutSecret)).isEmpty();
        assertThat(exported.at("/attributes/workfront.verify.secret.sha256").asText())
                .matches(HASH);
        assertThat(Files.readString(file)).doesNotContain(secrets).doesNotContain(ofGateways);
        Secrecy.search("export", Files.readString(file));

        realm.keycloak().run("import", "--file=" + file, "--override=true");

        assertThat(secrets).allMatch(secret -> authentication.succeeds(clientId, secret));
        assertThat(applications.get(clientId).get("secrets")).hasSize(2);
        assertThat(owner.get(SETTINGS).body()).isEqualTo(settings);
        Gateway gateway = new Gateway(realm.server(), realm.organisation());
        assertThat(gateway.verify(Request.get(gateway.address()).header("X-Workfront-Verify-Secret", ofGateways))
                        .status())
                .isEqualTo(401);
        assertThat(gateway.verify("x").status()).isEqualTo(403);
        assertThat(realm.as(OwnRealm.OWNER).get("/clients?max=1000").text()).doesNotContain("sha256");
    }

    @Test
    void anExportToAFolderCarriesThemToo() throws IOException {
        String clientId =
                applications.create("machine-to-machine").get("clientId").asText();

        realm.keycloak().run("export", "--dir=" + folder, "--realm=" + realm.name(), "--users=realm_file");

        JsonNode exported = new ObjectMapper()
                .readTree(folder.resolve(realm.name() + "-realm.json").toFile());
        assertThat(hash(exported, clientId)).matches(HASH);
    }

    /** Programs with a key of their own name it as the issuer of their JWTs. */
    @Test
    void anOverwrittenRealmKeepsItsCustomerId() throws IOException {
        try (OwnRealm overwritten = OwnRealm.served(realm.keycloak())) {
            Path file = folder.resolve("without-customer-id.json");
            Map<String, Object> sent = Map.of(
                    "realm", overwritten.name(), "enabled", true, "attributes", Map.of("workfront.enabled", "true"));
            new ObjectMapper().writeValue(file.toFile(), sent);

            realm.keycloak().run("import", "--file=" + file, "--override=true");

            assertThat(overwritten
                            .serverAdministrator()
                            .get("/oauth2-applications")
                            .body()
                            .get("customerId")
                            .asText())
                    .isEqualTo(overwritten.customerId());
        }
    }

    private static String hash(JsonNode exported, String clientId) {
        return StreamSupport.stream(exported.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").asText().equals(clientId))
                .findFirst()
                .orElseThrow()
                .at("/attributes/workfront.secret.sha256")
                .asText();
    }
}
