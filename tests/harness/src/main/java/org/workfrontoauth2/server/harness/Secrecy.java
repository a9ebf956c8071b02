package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Response;
import org.workfrontoauth2.walkthrough.Server;

/**
 * The secrets that servers gave to the tests of a run: client secrets, private keys, codes, session IDs, refresh tokens; and
 * where else one of them was found.
 */
public final class Secrecy {

    /** Of the whole run. */
    private static final Secrecy OF_THE_RUN = new Secrecy();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ours have no dots: Keycloak's own tokens are JWTs. */
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{" + SecretTexts.SHORTEST + ",128}");

    /** Only our answers have a domain. */
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]{24,})");

    private static final int SHOWN = 6;

    private final Map<String, String> kinds = new ConcurrentHashMap<>();
    private final Set<String> leaks = ConcurrentHashMap.newKeySet();

    Secrecy() {}

    /** A server whose secrets are remembered. */
    public static Server to(int port) {
        Loopback server = new Loopback(port);
        return new Server() {
            @Override
            public Response send(Request request) {
                Response response = server.send(request);
                OF_THE_RUN.remember(response.text());
                response.headers().first("Location").ifPresent(OF_THE_RUN::rememberCode);
                return response;
            }

            @Override
            public boolean serves(String address) {
                return server.serves(address);
            }
        };
    }

    /** Looks for secrets of the run in what a server wrote somewhere else, such as an export. */
    public static void search(String place, String text) {
        OF_THE_RUN.look(place, text);
    }

    static Secrecy ofTheRun() {
        return OF_THE_RUN;
    }

    /** What an answer gave away, on purpose. */
    void remember(String answer) {
        if (!answer.startsWith("{")) {
            return;
        }
        try {
            JsonNode body = JSON.readTree(answer);
            remember("session ID", body.path("access_token").asText());
            remember("refresh token", body.path("refresh_token").asText());
            remember("client secret", body.path("clientSecret").asText());
            remember("secret of gateways", body.path("verifySecret").asText());
            rememberKey(body.path("privateKey").asText());
        } catch (JsonProcessingException e) {
            // Nothing that a client could read.
        }
    }

    private void remember(String kind, String secret) {
        if (TOKEN.matcher(secret).matches()) {
            kinds.put(secret, kind);
        }
    }

    void rememberCode(String location) {
        Matcher code = CODE.matcher(location);
        if (location.contains("domain=") && code.find()) {
            kinds.put(code.group(1), "code");
        }
    }

    /** A line from the middle: the first ones are the same for every key, or public. */
    private void rememberKey(String pem) {
        List<String> lines = pem.lines().toList();
        if (lines.size() > 4) {
            kinds.put(lines.get(lines.size() / 2), "private key");
        }
    }

    int size() {
        return kinds.size();
    }

    /** Looks for every secret so far in a text that is kept somewhere. */
    void look(String place, String text) {
        new SecretTexts(kinds.keySet())
                .in(text)
                .forEach((at, secret) -> leaks.add(place + ": a " + kinds.get(secret) + " that begins with "
                        + secret.substring(0, SHOWN) + ", after " + before(text, at)));
    }

    /** The end of what stands before it on its line. */
    private static String before(String text, int at) {
        String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        return '"' + line.substring(Math.max(0, line.length() - 60)) + '"';
    }

    /** What was found, without the secrets. */
    List<String> leaks() {
        return new ArrayList<>(new TreeSet<>(leaks));
    }

    /** How many of each kind were handed out. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        kinds.values().forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts;
    }
}
