package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.server.harness.Clients;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/**
 * A client that is no application gets from the standard endpoints what it always got: from a server with the jar the
 * same as from one without, whether the contract is switched on in the realm or not.
 */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockStaysStockIT {

    private static final String SWITCHED_OFF = "switched-off";

    private final KeycloakServer stock;
    private final KeycloakServer extended;

    StockStaysStockIT(@RunsOn(Setup.STOCK) KeycloakServer stock, @RunsOn KeycloakServer extended) {
        this.stock = stock;
        this.extended = extended;
    }

    /** What a client does, and what of the answers must be the same. */
    enum Use {
        DISCOVERY {
            @Override
            List<String> outcome(Side side) {
                List<String> outcome = new ArrayList<>();
                for (String name :
                        List.of("openid-configuration", "uma2-configuration", "oauth-authorization-server")) {
                    JsonNode metadata = side.get("/realms/" + side.realm() + "/.well-known/" + name)
                            .body();
                    metadata.properties()
                            .forEach(member -> outcome.add(name + " " + member.getKey() + " "
                                    + side.withoutAddress(sorted(member.getValue()))));
                }
                return outcome;
            }
        },
        KEYS {
            @Override
            List<String> outcome(Side side) {
                JsonNode keys = side.get(side.standard("certs")).body().get("keys");
                List<String> outcome = new ArrayList<>();
                keys.forEach(key -> outcome.add(key.get("alg").asText() + " " + members(key)));
                return outcome.stream().sorted().toList();
            }
        },
        CODE {
            @Override
            List<String> outcome(Side side) {
                return side.codeFlow("openid");
            }
        },
        /** Byte for byte, apart from what is different at every visit. */
        PAGES {
            @Override
            List<String> outcome(Side side) {
                Page login = new Browser(side.workfront().server())
                        .open(side.client().address("openid"));
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
        CODE_WITH_EVERY_OPTIONAL_SCOPE {
            @Override
            List<String> outcome(Side side) {
                return side.codeFlow("openid address phone microprofile-jwt organization");
            }
        },
        CODE_WITHOUT_OPENID {
            @Override
            List<String> outcome(Side side) {
                return side.codeFlow("profile");
            }
        },
        OFFLINE_CODE {
            @Override
            List<String> outcome(Side side) {
                return side.codeFlow("openid offline_access");
            }
        },
        PASSWORD {
            @Override
            List<String> outcome(Side side) {
                return side.tokens(side.client().password(side.user().name(), "openid"));
            }
        },
        OFFLINE_PASSWORD {
            @Override
            List<String> outcome(Side side) {
                return side.tokens(side.client().password(side.user().name(), "openid offline_access"));
            }
        },
        LIFETIMES {
            @Override
            List<String> outcome(Side side) {
                PlainClient client = side.client();
                String user = side.user().name();
                List<String> outcome = new ArrayList<>();
                for (String scope : List.of("openid", "openid offline_access")) {
                    Answer tokens = client.password(user, scope);
                    for (Duration pause : List.of(Duration.ofHours(1), Duration.ofDays(29), Duration.ofDays(31))) {
                        side.server().clock().advance(pause);
                        tokens = client.refresh(tokens);
                        outcome.add(scope + " after " + pause + " " + side.shape(tokens));
                    }
                }
                return outcome;
            }
        },
        CLIENT_CREDENTIALS {
            @Override
            List<String> outcome(Side side) {
                return side.tokens(side.client().clientCredentials());
            }
        },
        LOGOUT_WITH_THE_REFRESH_TOKEN {
            @Override
            List<String> outcome(Side side) {
                Answer tokens = side.client().password(side.user().name(), "openid");
                return List.of(
                        side.shape(side.client().logout(tokens)),
                        side.shape(side.client().refresh(tokens)),
                        side.shape(side.client().userinfo(tokens)),
                        side.shape(side.client().introspect(tokens)));
            }
        },
        LOGOUT_IN_THE_BROWSER {
            @Override
            List<String> outcome(Side side) {
                Visitor visitor = side.visitor();
                Answer tokens = side.client().login(visitor, "openid");
                Answer offline = side.client().login(visitor, "openid offline_access");
                visitor.logOut(side.workfront());
                return List.of(
                        side.shape(side.client().refresh(tokens)),
                        side.shape(side.client().userinfo(tokens)),
                        side.shape(side.client().refresh(offline)));
            }
        },
        LOGOUT_WITH_THE_ID_TOKEN {
            @Override
            List<String> outcome(Side side) {
                Visitor visitor = side.visitor();
                Answer tokens = side.client().login(visitor, "openid");
                Page page = visitor.browser()
                        .open(side.workfront().standardEndpoint("logout") + "?id_token_hint="
                                + tokens.member("id_token") + "&post_logout_redirect_uri="
                                + "http://localhost:9999/plain&state=s");
                return List.of(side.where(page), side.shape(side.client().refresh(tokens)));
            }
        },
        ADMINISTRATOR_LOGS_THE_USER_OUT {
            @Override
            List<String> outcome(Side side) {
                Answer tokens = side.client().password(side.user().name(), "openid");
                Answer offline = side.client().password(side.user().name(), "openid offline_access");
                // Keycloak spares what was issued in the second of the logout.
                long issued = Instant.now().getEpochSecond();
                Awaitility.await().until(() -> Instant.now().getEpochSecond() > issued);
                side.server().realm(side.realm()).users().logout(side.user());
                return List.of(
                        side.shape(side.client().refresh(tokens)),
                        side.shape(side.client().refresh(offline)),
                        side.shape(side.client().introspect(tokens)));
            }
        },
        REVOCATION {
            @Override
            List<String> outcome(Side side) {
                List<String> outcome = new ArrayList<>();
                for (String scope : List.of("openid", "openid offline_access")) {
                    Answer tokens = side.client().password(side.user().name(), scope);
                    outcome.add(side.shape(side.client().revoke(tokens.member("access_token"))));
                    outcome.add(side.shape(side.client().introspect(tokens)));
                    outcome.add(side.shape(side.client().revoke(tokens.member("refresh_token"))));
                    outcome.add(side.shape(side.client().refresh(tokens)));
                }
                outcome.add(side.shape(side.client().revoke("no-such-token")));
                return outcome;
            }
        },
        REFUSALS_OF_TOKEN {
            @Override
            List<String> outcome(Side side) {
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
                                        .send(Request.of(
                                                        "POST", side.workfront().standardEndpoint("token"))
                                                .body("application/json", "{\"grant_type\":\"password\"}")),
                                side.workfront().get(side.workfront().standardEndpoint("token")))
                        .map(answer -> side.shape(answer) + " " + answer.text())
                        .toList();
            }
        },
        REFUSALS_OF_OTHERS {
            @Override
            List<String> outcome(Side side) {
                PlainClient client = side.client();
                return Stream.of(
                                client.post("token/introspect", Map.of()),
                                client.post("token/introspect", Map.of("token", "x")),
                                client.post("revoke", Map.of()),
                                client.post("auth/device", Map.of()),
                                client.post("ext/ciba/auth", Map.of("login_hint", "alice", "scope", "openid")),
                                side.workfront().get(side.workfront().standardEndpoint("userinfo")),
                                side.workfront()
                                        .get(
                                                side.workfront().standardEndpoint("userinfo"),
                                                "Authorization",
                                                "Bearer x"),
                                side.get("/realms/" + side.realm() + "/clients-registrations/default/plain-oidc"))
                        .map(answer -> side.shape(answer) + " " + answer.text())
                        .toList();
            }
        },
        /** Keycloak's own form parser answers these, with a fault of its own, before any provider sees them. */
        MALFORMED_FORMS {
            @Override
            List<String> outcome(Side side) {
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
            List<String> outcome(Side side) {
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
        },
        PUSHED_AUTHORIZATION {
            @Override
            List<String> outcome(Side side) {
                return List.of(side.shape(side.client()
                        .post(
                                "ext/par/request",
                                Map.of(
                                        "redirect_uri",
                                        "http://localhost:9999/plain",
                                        "response_type",
                                        "code",
                                        "scope",
                                        "openid"))));
            }
        },
        CROSS_ORIGIN {
            @Override
            List<String> outcome(Side side) {
                List<String> outcome = new ArrayList<>();
                for (String endpoint : List.of("token", "revoke", "userinfo", "certs")) {
                    for (String origin : List.of("http://localhost:9999", "https://evil.example")) {
                        Answer preflight = side.workfront()
                                .send(
                                        Request.of("OPTIONS", side.workfront().standardEndpoint(endpoint)),
                                        "Origin",
                                        origin,
                                        "Access-Control-Request-Method",
                                        "POST");
                        outcome.add(endpoint + " " + origin + " " + preflight.status() + " "
                                + preflight.headers().all("Access-Control-Allow-Origin") + " "
                                + preflight.headers().all("Access-Control-Allow-Credentials"));
                    }
                }
                return outcome;
            }
        },
        LIFETIMES_OF_THE_REALM {
            @Override
            List<String> outcome(Side side) {
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

        abstract List<String> outcome(Side side);
    }

    @BeforeAll
    void createRealmsWithoutTheContract() {
        for (KeycloakServer server : List.of(stock, extended)) {
            Organisations.create(server, SWITCHED_OFF, realm -> ((ObjectNode) realm.get("attributes"))
                    .put("workfront.enabled", "false"));
        }
    }

    @AfterAll
    void deleteThem() {
        for (KeycloakServer server : List.of(stock, extended)) {
            server.realm(SWITCHED_OFF).delete();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inARealmWithApplicationsNothingChangesForOthers(Use use) {
        assertSame(use, "acme");
    }

    @ParameterizedTest
    @EnumSource
    void inARealmWithoutTheContractTheJarChangesNothing(Use use) {
        assertSame(use, SWITCHED_OFF);
    }

    private void assertSame(Use use, String realm) {
        assertThat(use.outcome(new Side(extended, realm)))
                .containsExactlyElementsOf(use.outcome(new Side(stock, realm)));
    }

    /** A realm on one of the two servers. */
    private record Side(KeycloakServer server, String realm, User user) {

        Side(KeycloakServer server, String realm) {
            this(server, realm, server.realm(realm).users().create());
        }

        Workfront workfront() {
            Workfront host = Workfront.on(server, "acme.my.localhost");
            return new Workfront(host.server(), new Organisation(host.base(), host.base() + "/realms/" + realm));
        }

        PlainClient client() {
            return new PlainClient(workfront());
        }

        Visitor visitor() {
            return new Visitor(user, new Browser(workfront().server()));
        }

        Answer get(String path) {
            return workfront().get(path.startsWith("http") ? path : workfront().base() + path);
        }

        String standard(String endpoint) {
            return workfront().standardEndpoint(endpoint);
        }

        /** A login in the browser and everything that is done with its tokens. */
        List<String> codeFlow(String scope) {
            List<String> outcome = new ArrayList<>();
            Visitor visitor = visitor();
            Page login = visitor.browser().open(client().address(scope));
            outcome.add(where(login));
            Callback callback =
                    new LoginPage(login).logIn(user.name(), user.password()).callback();
            outcome.add(callback.target() + " " + new TreeMap<>(callback.parameters()).keySet());
            outcome.add(withoutAddress(callback.parameter("iss").orElse("")));
            Page again = visitor.browser().open(client().address(scope));
            outcome.add(where(again));
            Answer tokens = client().redeem(callback.code());
            outcome.addAll(tokens(tokens));
            outcome.add("replayed " + shape(client().redeem(callback.code())));
            outcome.add("refreshed after that " + shape(client().refresh(tokens)));
            return outcome;
        }

        /** Everything that is done with tokens, however they were got. */
        List<String> tokens(Answer tokens) {
            List<String> outcome = new ArrayList<>(token("issued", tokens));
            outcome.add("userinfo " + shape(client().userinfo(tokens)));
            outcome.add("introspected " + shape(client().introspect(tokens)));
            if (!tokens.member("refresh_token").isEmpty()) {
                outcome.add("refresh token introspected "
                        + shape(client().post("token/introspect", Map.of("token", tokens.member("refresh_token")))));
                outcome.addAll(token("refreshed", client().refresh(tokens)));
            }
            return outcome;
        }

        private List<String> token(String what, Answer tokens) {
            List<String> outcome = new ArrayList<>();
            outcome.add(what + " " + shape(tokens) + " "
                    + tokens.headers().all("Cache-Control") + " expires in "
                    + about(tokens.body().path("expires_in").asLong()) + ", refresh token in "
                    + about(tokens.body().path("refresh_expires_in").asLong()) + ", scope "
                    + Stream.of(tokens.member("scope").split(" ", -1)).sorted().toList());
            for (String member : List.of("access_token", "id_token", "refresh_token")) {
                if (tokens.body().has(member)) {
                    JsonNode claims = client().claims(tokens, member);
                    outcome.add(member + " " + members(claims) + " for "
                            + (claims.has("exp")
                                    ? about(claims.get("exp").asLong()
                                            - claims.get("iat").asLong())
                                    : "ever")
                            + " "
                            + claims.path("typ").asText());
                }
            }
            return outcome;
        }

        /** Status, media type and members. */
        String shape(Answer answer) {
            return answer.status() + " "
                    + answer.headers().first("Content-Type").orElse("none") + " " + members(answer.body());
        }

        String where(Page page) {
            return page.left()
                    .map(left -> page.status() + " " + withoutValues(left.address()))
                    .orElseGet(() -> page.status() + " " + page.id() + " " + page.title());
        }

        String source(Page page) {
            return withoutAddress(page.text())
                    .replaceAll("(session_code|execution|tab_id|client_data|kc_state_checker)=[^&\"]*", "$1")
                    .replaceAll("(checkAuthSession\\(\\s*)\"[^\"]*\"", "$1")
                    .replaceAll("(name=\"code\" value=)\"[^\"]*\"", "$1")
                    .replaceAll("/resources/[0-9a-z]+/", "/resources/");
        }

        private static String withoutValues(String address) {
            return address.replaceAll("(code|session_state|iss)=[^&]*", "$1");
        }

        String withoutAddress(String text) {
            return text.replace(Integer.toString(server.port()), "PORT");
        }

        /** Within a few seconds: two servers are never asked in the same one. */
        private static String about(long seconds) {
            return seconds + 5 < 10 ? Long.toString(seconds) : "about " + (seconds + 5) / 10 * 10;
        }
    }

    /** Lists are in no order there. */
    private static String sorted(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).sorted().toList().toString()
                : value.toString();
    }

    private static List<String> members(JsonNode object) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        return members.stream().sorted().toList();
    }
}
