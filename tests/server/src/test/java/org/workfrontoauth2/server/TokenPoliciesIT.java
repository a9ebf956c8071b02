package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;

/** The realm's client policies are asked about token requests of applications, as they are about other clients'. */
@RunsOn
class TokenPoliciesIT {

    private static final String PKCE = "pkce-enforcer";
    private static final String AUTHENTICATOR = "secure-client-authenticator";

    private final Demo demo;
    private final Workfront workfront;

    TokenPoliciesIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    /** For every client of the realm. */
    private void policy(String executor, ObjectNode configuration) {
        demo.realm().change(realm -> {
            realm.put("accessCodeLifespan", 60);
            ObjectNode profile =
                    realm.putObject("clientProfiles").putArray("profiles").addObject();
            profile.put("name", "strict")
                    .putArray("executors")
                    .addObject()
                    .put("executor", executor)
                    .set("configuration", configuration);
            ObjectNode policy =
                    realm.putObject("clientPolicies").putArray("policies").addObject();
            policy.put("name", "for everybody").put("enabled", true);
            policy.putArray("conditions")
                    .addObject()
                    .put("condition", "any-client")
                    .putObject("configuration");
            policy.putArray("profiles").add("strict");
        });
    }

    @AfterEach
    void noPolicies() {
        demo.realm().change(realm -> {
            realm.put("accessCodeLifespan", 120);
            realm.putObject("clientPolicies").putArray("policies");
            realm.putObject("clientProfiles").putArray("profiles");
        });
    }

    private static ObjectNode configuration() {
        return com.fasterxml.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
    }

    @Test
    void policiesThatAreKeptChangeNothing() {
        policy(PKCE, configuration());

        Tokens tokens = demo.visitor().grant(workfront, Acme.SINGLE_PAGE);

        Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, tokens.refreshToken()));
    }

    @Test
    void codesAreValidForTwoMinutesWithPoliciesToo() {
        policy(PKCE, configuration());
        String code = demo.code(Acme.SINGLE_PAGE);

        demo.keycloak().clock().advance(Duration.ofSeconds(90));

        Tokens.of(workfront.redeem(Acme.SINGLE_PAGE, code));
    }

    @Test
    void aPolicyMayRefuseTheRedemptionOfACode() {
        ObjectNode configuration = configuration();
        configuration.putArray("allowed-client-authenticators").add("client-jwt");
        String code = demo.code(Acme.WEB);
        policy(AUTHENTICATOR, configuration);

        demo.refused(() -> workfront.redeem(Acme.WEB, code))
                .answers(400, "invalid_grant")
                .records("CODE_TO_TOKEN_ERROR", "invalid_request");
    }

    @Test
    void aPolicyMayRefuseARefresh() {
        ObjectNode configuration = configuration();
        configuration.putArray("allowed-client-authenticators").add("client-jwt");
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        policy(AUTHENTICATOR, configuration);

        demo.refused(() -> workfront.refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_request")
                .records("REFRESH_TOKEN_ERROR", "invalid_request");

        noPolicies();
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }
}
