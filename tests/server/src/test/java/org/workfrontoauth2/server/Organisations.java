package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.workfrontoauth2.server.harness.Given;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;

/** More realms like the demo's. */
final class Organisations {

    private Organisations() {}

    static Realm create(KeycloakServer keycloak, String name) {
        return create(keycloak, name, realm -> {});
    }

    static Realm create(KeycloakServer keycloak, String name, Consumer<ObjectNode> changes) {
        try {
            ObjectNode realm = (ObjectNode)
                    new ObjectMapper().readTree(Given.path("realm.file").toFile());
            realm.put("realm", name);
            for (var user : realm.withArray("users")) {
                ((ObjectNode) user).withArray("realmRoles").removeAll();
            }
            changes.accept(realm);
            keycloak.admin().post("", realm);
            return keycloak.realm(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
