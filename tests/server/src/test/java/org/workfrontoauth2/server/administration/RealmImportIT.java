package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** A whole realm is held to the contract when it is imported; it alone may carry the hash of a secret. */
@RunsOn
class RealmImportIT {

    private static final String NAME = "imported";
    private static final String SECRET = "a-secret-for-this-test-only";

    private final KeycloakServer keycloak;

    RealmImportIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @AfterEach
    void deleteRealm() {
        administrator().delete("/" + NAME);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANTED_SECRET")
    void whatIsForbiddenIsRefusedAndTheRealmIsNotThere(Prohibition prohibition) {
        Answer answer = importRealm(Map.of(), prohibition.client("offender"));

        assertRefused(answer, 400).mentioning(prohibition.words());
        assertThat(administrator().get("/" + NAME).status()).isEqualTo(404);
    }

    @Test
    void moreThanTheLimitAreRefused() {
        Answer answer = importRealm(
                Map.of("workfront.application.limit", "1"),
                Prohibition.application("first"),
                Prohibition.application("second"));

        assertRefused(answer, 409).mentioning("limit of OAuth2 applications, which is 1.");
        assertThat(administrator().get("/" + NAME).status()).isEqualTo(404);
    }

    @Test
    void anOrganisationWithoutCustomerIdGetsOne() {
        assertThat(importRealm(Map.of()).status()).isEqualTo(201);

        assertThat(administrator()
                        .get("/" + NAME + "/oauth2-applications")
                        .body()
                        .get("customerId")
                        .asText())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void theHashOfASecretIsMovedOutOfSight() {
        Answer imported = importRealm(Map.of(), web(hash(SECRET)));

        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        assertThat(authenticates(SECRET)).isTrue();
        assertThat(authenticates(hash(SECRET))).isFalse();
        assertThat(administrator().get("/" + NAME + "/clients?clientId=carried").text())
                .contains("workfront.application.type")
                .doesNotContain("sha256")
                .doesNotContain(hash(SECRET));
        assertThat(administrator()
                        .get("/" + NAME + "/oauth2-applications/carried")
                        .body()
                        .get("secrets"))
                .hasSize(1);
    }

    /** As a full export writes them. */
    @Test
    void severalHashesAreMovedTogether() {
        assertThat(importRealm(Map.of(), web(hash(SECRET) + " " + hash("another")))
                        .status())
                .isEqualTo(201);

        assertThat(authenticates(SECRET)).isTrue();
        assertThat(authenticates("another")).isTrue();
    }

    @Test
    void whatIsNoHashAuthenticatesNobody() {
        Answer imported = importRealm(Map.of(), web(SECRET));

        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        assertThat(authenticates(SECRET)).isFalse();
        assertThat(administrator().get("/" + NAME + "/clients?clientId=carried").text())
                .doesNotContain("sha256")
                .doesNotContain(SECRET);
    }

    /** Keycloak's own secret counts for nothing here either. */
    @Test
    void aPlainSecretAuthenticatesNobody() {
        ObjectNode client = web(hash("another secret"));
        client.put("secret", SECRET);

        assertThat(importRealm(Map.of(), client).status()).isEqualTo(201);
        assertThat(authenticates(SECRET)).isFalse();
        assertThat(administrator().get("/" + NAME + "/clients?clientId=carried").text())
                .doesNotContain(SECRET);
    }

    private static ObjectNode web(String hash) {
        ObjectNode client = Prohibition.application("carried").put("publicClient", false);
        client.withObject("/attributes")
                .put("workfront.application.type", "web")
                .put("workfront.secret.sha256", hash);
        return client;
    }

    private Answer importRealm(Map<String, String> attributes, ObjectNode... clients) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("workfront.enabled", "true");
        return administrator()
                .post("", Map.of("realm", NAME, "enabled", true, "attributes", all, "clients", List.of(clients)));
    }

    private boolean authenticates(String secret) {
        Answer answer = new WorkfrontClient(
                        Secrecy.to(keycloak.port()),
                        Organisation.ofHost(NAME, "my", keycloak.port()),
                        new Application("carried", secret, "https://app.example/cb"))
                .refresh("no refresh token");
        assertThat(answer.status()).isIn(400, 401);
        return answer.status() == 400;
    }

    private Caller administrator() {
        return new Caller(
                Secrecy.to(keycloak.port()),
                keycloak.base() + "/admin/realms",
                keycloak.admin().token());
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
