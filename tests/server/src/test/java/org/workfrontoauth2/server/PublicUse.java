package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.workfrontoauth2.server.harness.Clients;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/** What everybody may read. */
enum PublicUse implements Use {
    DISCOVERY {
        @Override
        public List<String> outcome(Side side) {
            List<String> outcome = new ArrayList<>();
            for (String name : List.of("openid-configuration", "uma2-configuration", "oauth-authorization-server")) {
                JsonNode metadata = side.get("/realms/" + side.realm() + "/.well-known/" + name)
                        .body();
                metadata.properties()
                        .forEach(member -> outcome.add(
                                name + " " + member.getKey() + " " + side.withoutAddress(sorted(member.getValue()))));
            }
            return outcome;
        }
    },
    KEYS {
        @Override
        public List<String> outcome(Side side) {
            JsonNode keys = side.get(side.standard("certs")).body().get("keys");
            List<String> outcome = new ArrayList<>();
            keys.forEach(key -> outcome.add(key.get("alg").asText() + " " + Side.members(key)));
            return outcome.stream().sorted().toList();
        }
    },
    /** Byte for byte, apart from what is different at every visit. */
    PAGES {
        @Override
        public List<String> outcome(Side side) {
            Page login =
                    new Browser(side.workfront().server()).open(side.client().address("openid"));
            Page refused = new LoginPage(login).logIn("nobody", "wrong");
            Page error = new Browser(side.workfront().server())
                    .open(side.client().address("openid").replace("9999", "9998"));
            Clients clients = side.server().realm(side.realm()).clients();
            clients.createLike("plain-oidc", client -> client.put("clientId", "asks-first")
                    .put("consentRequired", true)
                    // One, because Keycloak asks for several in no order.
                    .set("defaultClientScopes", client.arrayNode().add("profile")));
            try {
                Application asking = new Application("asks-first", null, Acme.PLAIN.redirectUrl());
                Page consent = side.visitor().logIn(new PlainClient(side.workfront(), asking).address("openid"));
                return Stream.of(login, refused, error, new ConsentPage(consent).page())
                        .map(side::source)
                        .toList();
            } finally {
                clients.delete("asks-first");
            }
        }
    },
    CROSS_ORIGIN {
        @Override
        public List<String> outcome(Side side) {
            Clients clients = side.server().realm(side.realm()).clients();
            String page = clients.createLike("plain-oidc", client -> {
                client.putArray("redirectUris").add("http://localhost:9997/page");
                client.putArray("webOrigins").add("+");
            });
            try {
                return preflights(side);
            } finally {
                clients.delete(page);
            }
        }

        private static List<String> preflights(Side side) {
            List<String> outcome = new ArrayList<>();
            for (String endpoint : List.of("token", "revoke", "userinfo", "certs")) {
                for (String origin : List.of("http://localhost:9997", "https://evil.example")) {
                    Answer preflight = side.workfront()
                            .send(
                                    Request.of("OPTIONS", side.workfront().standardEndpoint(endpoint)),
                                    "Origin",
                                    origin,
                                    "Access-Control-Request-Method",
                                    "POST",
                                    "Access-Control-Request-Headers",
                                    "traceparent");
                    outcome.add(endpoint + " " + origin + " " + preflight.status() + " "
                            + preflight.headers().all("Access-Control-Allow-Origin") + " "
                            + preflight.headers().all("Access-Control-Allow-Credentials") + " "
                            + elements(preflight.headers().all("Access-Control-Allow-Headers")));
                }
            }
            return outcome;
        }
    },
    LIFETIMES_OF_THE_REALM {
        @Override
        public List<String> outcome(Side side) {
            JsonNode realm = side.server().admin().get(side.realm());
            List<String> outcome = new ArrayList<>();
            realm.properties().forEach(member -> {
                if (member.getKey().matches(".*(Lifespan|Timeout|Session|Offline|Token).*")) {
                    outcome.add(member.getKey() + " " + member.getValue());
                }
            });
            return outcome;
        }
    };

    /** Keycloak keeps the names in a set whose order differs from one start to the next. */
    private static List<String> elements(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .sorted()
                .toList();
    }

    /** Lists are in no order there. */
    private static String sorted(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).sorted().toList().toString()
                : value.toString();
    }
}
