package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;

/** Keycloak's fine-grained admin permissions, in a realm of a test's own. */
public final class FineGrained {

    private final Caller owner;

    private FineGrained(OwnRealm realm) {
        this.owner = realm.as(OwnRealm.OWNER);
    }

    public static FineGrained in(OwnRealm realm) {
        realm.realm().change(settings -> settings.put("adminPermissionsEnabled", true));
        return new FineGrained(realm);
    }

    /** From now on, this user may see and change this client. */
    public void allow(String username, String clientId) {
        String user = owner.get("/users?exact=true&username=" + username)
                .body()
                .at("/0/id")
                .asText();
        String authorization = "/clients/" + uuid("admin-permissions") + "/authz/resource-server";
        created(owner.post(authorization + "/policy/user", Map.of("name", "is " + username, "users", List.of(user))));
        created(owner.post(
                authorization + "/permission/scope",
                Map.of(
                        "name",
                        username + " manages " + clientId,
                        "resourceType",
                        "Clients",
                        "resources",
                        List.of(uuid(clientId)),
                        "scopes",
                        List.of("view", "manage"),
                        "policies",
                        List.of("is " + username))));
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String uuid(String clientId) {
        return owner.get("/clients?clientId=" + clientId).body().at("/0/id").asText();
    }
}
