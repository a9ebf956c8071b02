package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Secrecy;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/** The import of a whole realm brings all registered applications that it carries, or is refused. */
@RunsOn(Setup.DEVICES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationImportIT {

    private static final String NAME = "imported-devices";

    private final KeycloakServer keycloak;
    private final OwnRealm other;

    RegistrationImportIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.other = Software.realm(keycloak);
    }

    @AfterEach
    void deleteImportedRealm() {
        administrator().delete("/" + NAME);
    }

    @AfterAll
    void deleteRealm() {
        other.close();
    }

    private Caller administrator() {
        return new Caller(
                Secrecy.to(keycloak.port()),
                keycloak.base() + "/admin/realms",
                keycloak.admin().token());
    }

    private Answer importRealm(String applications) {
        return administrator()
                .post(
                        "",
                        Map.of(
                                "realm",
                                NAME,
                                "enabled",
                                true,
                                "attributes",
                                Map.of(
                                        "workfront.registration.enabled",
                                        "true",
                                        "workfront.registered.applications",
                                        applications)));
    }

    private void assertRefused(String applications, String sentence) {
        long end = keycloak.log().end();

        Answer answer = importRealm(applications);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("errorMessage")).isEqualTo(sentence);
        assertThat(keycloak.log().since(end)).contains("Realm " + NAME + " is not imported. " + sentence);
        assertThat(administrator().get("/" + NAME).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "5", "{}", "[{", "[{\"name\": \"a\"}] x", "", "[{\"name\": \"a\", \"name\": \"b\"}]"})
    void whatIsNoArrayIsRefused(String applications) {
        assertRefused(applications, "The attribute workfront.registered.applications must be a JSON array.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"a\"",
                "{\"id\": \"a\"}",
                "{\"name\": \"a\", \"x\": 1}",
                "{\"name\": \"a\", \"id\": \"a b\"}",
                "{\"name\": \"a\", \"statementId\": 5}",
                "{\"name\": \"a\", \"revokedAt\": 5}",
                "{\"name\": \"a\", \"revokedAt\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"name\": \"a\", \"createdAt\": \"+1000000000-12-31T23:59:59Z\"}",
                "{\"name\": \"a\", \"createdAt\": \"-1000000000-01-01T00:00:00Z\"}",
                "{\"name\": \"a\", \"redirectDomains\": [\"0x7f.0x1\"]}",
                "{\"name\": \"a\", \"id\": \"first\"}"
            })
    void oneThatCannotBeReadKeepsOutAll(String second) {
        Answer answer = importRealm("[{\"name\": \"a\", \"id\": \"first\"}, " + second + ", {\"name\": \"b\"}]");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.member("errorMessage")).startsWith("Registered application 2 of the import cannot be read: ");
        assertThat(administrator().get("/" + NAME).status()).isEqualTo(404);
        assertThat(importRealm("[{\"name\": \"a\", \"id\": \"first\"}]").status())
                .isEqualTo(201);
    }

    /** A realm that is imported once more under another name. */
    @Test
    void whereAnotherRealmHasTheIdANewOneIsGiven() {
        String id = Software.in(other).create();

        assertThat(importRealm("[{\"name\": \"a\", \"id\": \"" + id + "\"}]").status())
                .isEqualTo(201);

        Answer all = administrator().get("/" + NAME + "/registered-applications");
        assertThat(all.body()).hasSize(1);
        assertThat(all.body().get(0).get("name").asText()).isEqualTo("a");
        assertThat(all.body().get(0).get("id").asText()).isNotEqualTo(id);
        assertThat(Software.in(other).get(id).get("name").asText()).isEqualTo("Some TV");
    }

    @Test
    void whatWasRevokedComesBackRevoked() {
        assertThat(importRealm("[{\"name\": \"a\", \"id\": \"ended\", \"revokedAt\": \"2026-01-31T12:00:00Z\"}]")
                        .status())
                .isEqualTo(201);

        Answer answer = administrator().get("/" + NAME + "/registered-applications/ended");
        assertThat(answer.member("revokedAt")).isEqualTo("2026-01-31T12:00:00Z");
    }
}
