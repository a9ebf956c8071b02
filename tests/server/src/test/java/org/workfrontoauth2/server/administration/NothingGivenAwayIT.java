package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** No secret and no hash of one leaves the server, apart from the one answer that shows the secret. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingGivenAwayIT {

    private final OwnRealm realm;
    private final List<String> secrets = new ArrayList<>();
    private final long logEnd;

    NothingGivenAwayIT(KeycloakServer keycloak, OwnRealm realm) {
        this.realm = realm;
        this.logEnd = keycloak.log().end();
    }

    /** Everything that can be done with secrets, well and badly. */
    @BeforeAll
    void useSecrets() {
        Applications applications = realm.applications();
        Authentication authentication = new Authentication(realm);
        Application web = applications.createForUsers("web");
        secrets.add(web.secret());
        secrets.add(
                applications.create("machine-to-machine").get("clientSecret").asText());
        JsonNode added = applications.addSecret(web.clientId());
        secrets.add(added.get("clientSecret").asText());
        new Person(realm, OwnRealm.USER).allow(web);
        applications.change(web.clientId(), Map.of("name", "Other"));
        applications
                .caller()
                .delete("/" + web.clientId() + "/secrets/" + added.get("id").asText());
        for (String secret : secrets) {
            authentication.succeeds(web.clientId(), secret);
        }
        realm.as(OwnRealm.OWNER)
                .put(
                        "/clients/" + realm.realm().clients().uuid(web.clientId()),
                        Map.of("clientId", web.clientId(), "secret", web.secret()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2-applications",
                "/clients?max=1000",
                "/admin-events?max=200",
                "/events?max=200",
                "",
            })
    void nothingThatIsReadHoldsOne(String path) {
        Answer answer = realm.as(OwnRealm.OWNER).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertHoldsNone(answer.text());
    }

    @Test
    void noPartialExportHoldsOne() {
        Answer answer =
                realm.as(OwnRealm.OWNER).post("/partial-export?exportClients=true&exportGroupsAndRoles=true", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("workfront.application.type");
        assertHoldsNone(answer.text());
    }

    @Test
    void noInstallationFileHoldsOne() {
        for (JsonNode application : realm.applications().list().get("applications")) {
            String uuid =
                    realm.realm().clients().uuid(application.get("clientId").asText());
            Answer answer = realm.as(OwnRealm.OWNER)
                    .get("/clients/" + uuid + "/installation/providers/keycloak-oidc-keycloak-json");

            assertThat(answer.status()).isEqualTo(200);
            assertHoldsNone(answer.text());
        }
    }

    @Test
    void theLogHoldsNone() {
        assertHoldsNone(realm.keycloak().log().since(logEnd));
    }

    private void assertHoldsNone(String text) {
        assertThat(secrets).hasSize(3);
        for (String secret : secrets) {
            assertThat(text).doesNotContain(secret).doesNotContain(hash(secret));
        }
        assertThat(text).doesNotContain("workfront.secret.sha256");
    }

    private static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
