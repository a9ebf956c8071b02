package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;

/** The registered applications of a realm, administered by somebody. */
record Software(Caller caller) {

    static final String SCOPE = "api:client:v2";

    /** By a manager of the realm. */
    static Software in(OwnRealm realm) {
        return as(realm, OwnRealm.MANAGER);
    }

    static Software as(OwnRealm realm, String user) {
        return new Software(realm.as(user).below("/registered-applications"));
    }

    /** A realm of a test's own, with registration switched on. */
    static OwnRealm realm(KeycloakServer keycloak) {
        OwnRealm realm = OwnRealm.served(keycloak);
        set(realm, "workfront.registration.enabled", "true");
        realm.realm().recordEvents();
        return realm;
    }

    static void set(OwnRealm realm, String attribute, String value) {
        realm.realm().change(changed -> changed.withObject("/attributes").put(attribute, value));
    }

    /** A new one, for domain {@code app.example} and scheme {@code adobepass}; its ID. */
    String create() {
        Answer answer = caller.post(
                "",
                Map.of(
                        "name", "Some TV",
                        "version", "1.0",
                        "scopes", List.of(SCOPE),
                        "redirectDomains", List.of("app.example"),
                        "customSchemes", List.of("adobepass")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.member("id");
    }

    String statement(String id) {
        Answer answer = caller.get("/" + id + "/software-statement");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.member("software_statement");
    }

    JsonNode get(String id) {
        return caller.get("/" + id).body();
    }

    void revoke(String id) {
        assertThat(caller.post("/" + id + "/revoke", null).status()).isEqualTo(200);
    }

    void delete(String id) {
        assertThat(caller.delete("/" + id).status()).isEqualTo(204);
    }
}
