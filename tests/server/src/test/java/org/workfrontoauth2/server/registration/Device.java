package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.Server;

/**
 * A device behind an address of its own, as a proxy names it.
 *
 * @param base what stands before {@code /o/client}
 */
record Device(Server server, String base, String address) {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** What a client is told when it registers. */
    record Registered(String clientId, String secret) {}

    /** A new one, below the realm's path. */
    static Device of(OwnRealm realm) {
        return new Device(realm.server(), realm.base() + "/realms/" + realm.name(), nextAddress());
    }

    /** A new one, at the realm's own host. */
    static Device onHost(OwnRealm realm) {
        return new Device(realm.server(), realm.organisation().contract(), nextAddress());
    }

    static String nextAddress() {
        int number = COUNT.incrementAndGet();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    Device at(String otherAddress) {
        return new Device(server, base, otherAddress);
    }

    Answer send(Request request, String... headers) {
        Request dressed = request.header("X-Forwarded-For", address);
        for (int i = 0; i < headers.length; i += 2) {
            dressed = dressed.header(headers[i], headers[i + 1]);
        }
        return Caller.answer(server.send(dressed));
    }

    Answer post(String path, String type, String body, String... headers) {
        return send(Request.of("POST", base + "/o/client/" + path).body(type, body), headers);
    }

    Answer register(String statement, String... headers) {
        return post("register", JSON, "{\"software_statement\": \"" + statement + "\"}", headers);
    }

    Answer registerAt(String statement, String redirectUri) {
        return post(
                "register",
                JSON,
                "{\"software_statement\": \"" + statement + "\", \"redirect_uri\": \"" + redirectUri + "\"}");
    }

    Registered registered(String statement) {
        Answer answer = register(statement);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Registered(answer.member("client_id"), answer.member("client_secret"));
    }

    static String fields(Registered client) {
        return "client_id=" + client.clientId() + "&client_secret=" + client.secret()
                + "&grant_type=client_credentials";
    }

    Answer token(Registered client) {
        return post("token", FORM, fields(client));
    }

    String accessToken(Registered client) {
        Answer answer = token(client);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.member("access_token");
    }

    Answer validate(String token) {
        return send(Request.of("POST", base + "/o/client/validate"), "Authorization", "Bearer " + token);
    }

    Answer scopes(String token) {
        return send(Request.get(base + "/o/client/scopes"), "Authorization", "Bearer " + token);
    }

    /** What the realm's resource server is told about a token. */
    static Answer introspect(OwnRealm realm, String token) {
        return resourceServer(realm).introspect(token);
    }

    static ResourceServer resourceServer(OwnRealm realm) {
        String path = realm.base() + "/realms/" + realm.name();
        return new ResourceServer(realm.server(), new Organisation(path, path));
    }

    static String info(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> members(Answer answer) {
        return answer.body().properties().stream().map(Map.Entry::getKey).toList();
    }
}
