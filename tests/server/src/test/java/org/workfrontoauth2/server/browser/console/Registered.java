package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** A realm's registered applications, through the API. */
record Registered(OwnRealm realm) {

    private static final String JSON = "application/json";

    void switchOn() {
        assertThat(realm.as(OwnRealm.OWNER)
                        .put("/registered-applications-settings", Map.of("enabled", true))
                        .status())
                .isEqualTo(200);
    }

    private Caller caller() {
        return realm.as(OwnRealm.OWNER).below("/registered-applications");
    }

    /** A new one; its ID. */
    String create(String name) {
        Answer answer = caller().post(
                        "",
                        Map.of(
                                "name", name,
                                "version", "1.0",
                                "platforms", List.of("tvOS", "Roku OS"),
                                "scopes", List.of("api:client:v2"),
                                "redirectDomains", List.of("app.example"),
                                "customSchemes", List.of("adobepass")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.member("id");
    }

    JsonNode get(String id) {
        return caller().get("/" + id).body();
    }

    JsonNode all() {
        return caller().get("").body();
    }

    void change(String id, Map<String, Object> fields) {
        assertThat(caller().patch("/" + id, fields).status()).isEqualTo(200);
    }

    void revoke(String id) {
        assertThat(caller().post("/" + id + "/revoke", null).status()).isEqualTo(200);
    }

    String statement(String id) {
        return caller().get("/" + id + "/software-statement").member("software_statement");
    }

    /** A device registers with it. */
    void device(String id, String info) {
        String header = Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8));
        Request request = Request.of("POST", realm.base() + "/realms/" + realm.name() + "/o/client/register")
                .body(JSON, "{\"software_statement\": \"" + statement(id) + "\"}")
                .header("X-Device-Info", header);
        Answer answer = Caller.answer(realm.server().send(request));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
