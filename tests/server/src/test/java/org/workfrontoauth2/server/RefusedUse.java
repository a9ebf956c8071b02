package org.workfrontoauth2.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Request;

/** What no client should ask, and is told. */
enum RefusedUse implements Use {
    REFUSALS_OF_TOKEN {
        @Override
        public List<String> outcome(Side side) {
            PlainClient client = side.client();
            return Stream.of(
                            client.redeem("no-such-code"),
                            client.password("no-such-user", "openid"),
                            client.password(side.user().name(), "no-such-scope"),
                            client.token(Map.of("grant_type", "refresh_token", "refresh_token", "x")),
                            client.token(Map.of("grant_type", "no-such-grant")),
                            client.token(Map.of()),
                            client.token(Map.of(
                                    "grant_type",
                                    "urn:ietf:params:oauth:grant-type:token-exchange",
                                    "subject_token",
                                    "x")),
                            side.workfront()
                                    .post(
                                            side.workfront().standardEndpoint("token"),
                                            Map.of("grant_type", "client_credentials", "client_id", "plain-oidc")),
                            side.workfront()
                                    .post(
                                            side.workfront().standardEndpoint("token"),
                                            Map.of("grant_type", "client_credentials"),
                                            "Authorization",
                                            Workfront.basic("plain-oidc", "wrong")),
                            side.workfront()
                                    .send(Request.of("POST", side.workfront().standardEndpoint("token"))
                                            .body("application/json", "{\"grant_type\":\"password\"}")),
                            side.workfront().get(side.workfront().standardEndpoint("token")))
                    .map(answer -> side.shape(answer) + " " + answer.text())
                    .toList();
        }
    },
    REFUSALS_OF_OTHERS {
        @Override
        public List<String> outcome(Side side) {
            PlainClient client = side.client();
            return Stream.of(
                            client.post("token/introspect", Map.of()),
                            client.post("token/introspect", Map.of("token", "x")),
                            client.post("revoke", Map.of()),
                            client.post("auth/device", Map.of()),
                            client.post("ext/ciba/auth", Map.of("login_hint", "alice", "scope", "openid")),
                            side.workfront().get(side.workfront().standardEndpoint("userinfo")),
                            side.workfront()
                                    .get(side.workfront().standardEndpoint("userinfo"), "Authorization", "Bearer x"),
                            side.get("/realms/" + side.realm() + "/clients-registrations/default/plain-oidc"))
                    .map(answer -> side.shape(answer) + " " + answer.text())
                    .toList();
        }
    },
    /** Keycloak's own form parser answers these, with a fault of its own, before any provider sees them. */
    MALFORMED_FORMS {
        @Override
        public List<String> outcome(Side side) {
            return Stream.of("token/introspect", "revoke")
                    .map(endpoint -> side.workfront()
                            .send(
                                    Request.of("POST", side.workfront().standardEndpoint(endpoint))
                                            .body("application/x-www-form-urlencoded", "token=%zz"),
                                    "Authorization",
                                    Workfront.basic("plain-oidc", "plain-oidc-secret")))
                    .map(answer -> side.shape(answer) + " " + answer.text())
                    .toList();
        }
    },
    REFUSALS_OF_AUTHORIZE {
        @Override
        public List<String> outcome(Side side) {
            List<String> outcome = new ArrayList<>();
            for (String more : List.of(
                    "&prompt=none",
                    "&response_type=token",
                    "&response_mode=form_post&prompt=none",
                    "&response_mode=fragment&prompt=none",
                    "&code_challenge=short&code_challenge_method=S256",
                    "&redirect_uri=https://evil.example/",
                    "&client_id=no-such-client",
                    "&state=again",
                    "&max_age=x",
                    "&request=x",
                    "&scope=no-such-scope")) {
                outcome.add(more + " "
                        + side.where(new Browser(side.workfront().server())
                                .open(side.client().address("openid") + more)));
            }
            return outcome;
        }
    }
}
