package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Page;

/** A realm on one of two servers that are compared, as a client has it that is no application. */
record Side(KeycloakServer server, String realm, User user) {

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
        return answer.status() + " " + answer.headers().first("Content-Type").orElse("none") + " "
                + members(answer.body());
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

    /** Their names, sorted. */
    static List<String> members(JsonNode object) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        return members.stream().sorted().toList();
    }
}
