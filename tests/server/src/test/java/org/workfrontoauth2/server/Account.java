package org.workfrontoauth2.server;

import java.util.Map;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Request;

/** What users may do about themselves, in Keycloak's account interface. */
record Account(Workfront workfront, String token) {

    static Account of(Demo demo, User user) {
        Answer answer = demo.workfront()
                .post(
                        demo.workfront().standardEndpoint("token"),
                        Map.of("grant_type", "password", "username", user.name(), "password", user.password()),
                        "Authorization",
                        Workfront.basic("plain-oidc", "plain-oidc-secret"));
        Answers.assertThat(answer).hasStatus(200);
        return new Account(demo.workfront(), answer.member("access_token"));
    }

    void withdrawConsent(String clientId) {
        Answers.assertThat(send("DELETE", "/applications/" + clientId + "/consent", null))
                .hasStatus(204);
    }

    Answer read() {
        return send("GET", "", null);
    }

    Answer write(String json) {
        return send("POST", "", json);
    }

    private Answer send(String method, String path, String json) {
        Request request = Request.of(method, workfront.organisation().realm() + "/account" + path);
        return workfront.send(
                json == null ? request : request.body("application/json", json),
                "Authorization",
                "Bearer " + token,
                "Accept",
                "application/json");
    }
}
