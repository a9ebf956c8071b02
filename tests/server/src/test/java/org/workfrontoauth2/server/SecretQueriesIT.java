package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Acme;

/** Contract, section 6, behind a proxy: what a log of requests shows, and what a forwarded address opens. */
@RunsOn(Setup.DEVICES)
class SecretQueriesIT {

    private final Demo demo;
    private final Workfront workfront;

    SecretQueriesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    /** This server logs every request, with its query. */
    @Test
    void noSessionIdIsInALogOfRequests() {
        String sessionId = demo.visitor().grant(workfront, Acme.WEB).sessionId();
        String query = "?sessionID=" + sessionId;
        long before = demo.keycloak().log().end();

        Answers.assertThat(workfront.get(workfront.verifyEndpoint() + query)).hasStatus(204);
        Answers.assertThat(workfront.get(workfront.below().verifyEndpoint() + "/x" + query))
                .hasStatus(200);
        Answers.assertThat(workfront.verify("X-Original-URI", "/x" + query)).hasStatus(204);
        Answers.assertThat(workfront.verify("X-Original-URI", "/x" + query, "sessionID", "x"))
                .hasStatus(400);
        Answers.assertThat(workfront.get(workfront.sessionEndpoint() + query)).hasStatus(200);
        Answers.assertThat(workfront.get(workfront.base() + "/attask/api/v20.0/project" + query))
                .hasStatus(404);
        Answers.assertThat(workfront.get(workfront.logoutEndpoint() + query)).hasStatus(200);

        Awaitility.await().untilAsserted(() -> assertThat(demo.keycloak().log().since(before))
                .contains("session/verify", "v20.0/session", "v20.0/project", "v20.0/logout"));
        assertThat(demo.keycloak().log().since(before)).doesNotContain(sessionId.substring(0, 24));
    }

    /** Keycloak believes this proxy's header; who may ask does not. */
    @Test
    void aForwardedAddressOpensNothing() {
        String sessionId = demo.visitor().grant(workfront, Acme.WEB).sessionId();
        demo.realm().change(realm -> ((ObjectNode) realm.get("attributes"))
                .put("workfront.verify.addresses", "192.168.7.0/24"));
        try {
            Answers.assertThat(workfront.verify("sessionID", sessionId, "X-Forwarded-For", "192.168.7.5"))
                    .hasStatus(403);
        } finally {
            demo.realm().change(realm -> ((ObjectNode) realm.get("attributes")).put("workfront.verify.addresses", ""));
        }
        Answers.assertThat(workfront.verify("sessionID", sessionId, "X-Forwarded-For", "192.168.7.5"))
                .hasStatus(204);
    }
}
