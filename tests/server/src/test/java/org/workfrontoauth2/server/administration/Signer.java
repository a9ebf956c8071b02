package org.workfrontoauth2.server.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * Who signs JWTs: the manager of an own realm, with a key in a machine to machine application. Applications that a test
 * makes beside it are gone after the test, the realm after the class.
 */
final class Signer implements AfterEachCallback, AfterAllCallback {

    private final OwnRealm realm;
    private final User user;
    private final Machine machine;
    private final RsaKey key;

    Signer(KeycloakServer keycloak) {
        this.realm = OwnRealm.served(keycloak);
        realm.realm().recordEvents();
        this.user = realm.realm().users().find(OwnRealm.MANAGER);
        this.machine = Machine.in(realm);
        this.key = machine.key();
    }

    OwnRealm realm() {
        return realm;
    }

    User user() {
        return user;
    }

    Machine machine() {
        return machine;
    }

    RsaKey key() {
        return key;
    }

    ObjectNode claims() {
        return machine.claims(user);
    }

    /** A good one. */
    String jwt() {
        return sign(claims());
    }

    String sign(ObjectNode claims) {
        return sign(Jwt.of(claims));
    }

    String sign(Jwt jwt) {
        return jwt.signed(key.pair().getPrivate());
    }

    /** The server's time, in seconds. */
    long now() {
        return realm.keycloak().clock().seconds();
    }

    Refused refused(Supplier<Answer> request) {
        return Refused.when(realm.realm().events(), request);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (JsonNode application : realm.applications().list().get("applications")) {
            String clientId = application.get("clientId").asText();
            if (!clientId.equals(machine.clientId())) {
                realm.applications().delete(clientId);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        realm.close();
    }
}
