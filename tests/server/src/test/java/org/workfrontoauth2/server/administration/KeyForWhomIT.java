package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;

/** Contract, section 2: whose key it is, and who may say so. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyForWhomIT {

    private final OwnRealm realm;
    private final User manager;
    private Machine machine;

    KeyForWhomIT(OwnRealm realm) {
        this.realm = realm;
        this.manager = realm.realm().users().find(OwnRealm.MANAGER);
    }

    @BeforeEach
    void createApplication() {
        machine = Machine.in(realm);
    }

    @AfterEach
    void deleteApplications() {
        realm.applications().deleteAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void namingOneselfNeedsNothingMore(String kind) {
        JsonNode added = done(201, machine.as(OwnRealm.MANAGER).post("/" + kind, request(kind, OwnRealm.MANAGER)));

        assertThat(added.get("subject").asText()).isEqualTo(manager.wid());
    }

    @ParameterizedTest
    @CsvSource({"public-keys, ursula", "key-pairs, ursula", "public-keys, nobody", "key-pairs, nobody"})
    void namingSomebodyElseNeedsTheRoleToImpersonate(String kind, String name) {
        assertRefused(machine.as(OwnRealm.MANAGER).post("/" + kind, request(kind, name)), 403, "forbidden")
                .saying("You do not have permission to do this.");
        assertThat(machine.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void whoMayImpersonateAddsAKeyForSomebodyElse(String kind) {
        JsonNode added = done(201, machine.as(OwnRealm.OWNER).post("/" + kind, request(kind, OwnRealm.USER)));

        User user = realm.realm().users().find(OwnRealm.USER);
        assertThat(added.get("addedBy").asText()).isEqualTo(OwnRealm.OWNER);
        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.USER);
        assertThat(added.get("subject").asText()).isEqualTo(user.wid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void somebodyUnknownHasNoKey(String kind) {
        assertRefused(machine.as(OwnRealm.OWNER).post("/" + kind, request(kind, "nobody")), 400, "invalid_request")
                .saying("This realm does not have a user with this username.");
    }

    @Test
    void administratorsNameThemselvesInWhateverCase() {
        JsonNode added = done(
                201,
                machine.as(OwnRealm.MANAGER)
                        .post("/key-pairs", request("key-pairs", OwnRealm.MANAGER.toUpperCase(Locale.ROOT))));

        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-keys", "key-pairs"})
    void whoIsNoUserOfTheRealmNamesOne(String kind) {
        Caller server = realm.serverAdministrator().below(Applications.PATH + "/" + machine.clientId());

        assertRefused(server.post("/" + kind, request(kind, null)), 400, "subject_required")
                .saying("You do not have a user in this realm. Say which user the key belongs to.");
        assertRefused(server.post("/" + kind, request(kind, "admin")), 400, "invalid_request")
                .saying("This realm does not have a user with this username.");
        JsonNode added = done(201, server.post("/" + kind, request(kind, OwnRealm.USER)));
        assertThat(added.get("addedBy").asText()).isEqualTo("admin");
        assertThat(added.get("user").asText()).isEqualTo(OwnRealm.USER);
    }

    private static Map<String, String> request(String kind, String user) {
        Map<String, String> request = new HashMap<>();
        if (kind.equals("public-keys")) {
            request.put("pem", RsaKey.fresh().publicPem());
        }
        if (user != null) {
            request.put("user", user);
        }
        return request;
    }
}
