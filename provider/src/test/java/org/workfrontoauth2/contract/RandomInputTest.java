package org.workfrontoauth2.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, it is read or refused: no other exception ever leaves the parsers. The inputs are the same in every
 * run; some of them must be good and some bad, or they would try only half of the code.
 */
class RandomInputTest {

    private static final int ROUNDS = 4000;

    private static final List<String> FORMS = List.of(
            "grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"
                    + "&client_id=a&client_secret=b",
            "client_id=a&refresh_token=r&grant_type=refresh_token&scope=",
            "client_id=a&response_type=code&redirect_uri=http://localhost:9999/spa&state=%C3%A4&prompt=login"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&max_age=5");

    private static final List<String> OBJECTS = List.of(
            "{\"grant_type\": \"refresh_token\", \"refresh_token\": \"r\", \"client_id\": \"a\"}",
            "{\"code\": \"\\u00e4\\n\", \"x\": [1, {\"y\": -2.5e3}], \"client_id\": null, \"z\": true}");

    private static final List<String> CONTENT_TYPES =
            List.of("application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded");

    private static final List<String> SNIPPETS = List.of(
            ("|%|%0|%00|%C3|%ED%A0%80|&|=|+|:|\0|ä|😀|\uD800|\uDC00|{|}|[|]|\"|\\|\\u|\\u0000|\\uD800|,|-|1e999999999|"
                            + "9999999999999999999|null|\uFEFF|\r\n|[[[[[[[[[[[[[[[[[[|client_id|Basic |://|?|#|[::1|.")
                    .split("\\|"));

    private final Random random = new Random(20260101);

    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), from + random.nextInt(4));
            mutated.replace(from, to, any(SNIPPETS));
        }
        return mutated.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void tokenRequestsAreReadOrRefused() {
        Map<Object, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            String contentType = random.nextInt(10) == 0 ? mutated(any(CONTENT_TYPES)) : any(CONTENT_TYPES);
            String body = mutated(any(contentType.contains("json") ? OBJECTS : FORMS));
            byte[] bytes = body.getBytes(random.nextInt(10) == 0 ? ISO_8859_1 : UTF_8);
            String authorization = random.nextInt(3) == 0 ? authorization() : null;
            outcomes.merge(outcome(contentType, authorization, bytes), 1, Integer::sum);
            TokenRequest.claimedClient(contentType, authorization, bytes);
        }

        assertThat(outcomes)
                .containsKeys(
                        "REFRESH_TOKEN",
                        "AUTHORIZATION_CODE",
                        "MALFORMED_BODY",
                        "MALFORMED_CREDENTIALS",
                        "REPEATED_PARAMETER",
                        "UNSUPPORTED_MEDIA_TYPE");
    }

    private static String outcome(String contentType, String authorization, byte[] body) {
        try {
            TokenRequest request = TokenRequest.read(contentType, authorization, body);
            ClientCredentials credentials = request.credentials();
            TokenRequest.Grant grant = request.grant();
            request.ofGrant(grant, credentials.clientId());
            return grant.name();
        } catch (Refused refused) {
            return refused.refusal().toString();
        }
    }

    private String authorization() {
        String userPass = mutated("a%20b:s3cret");
        String base64 =
                Base64.getEncoder().encodeToString(userPass.getBytes(random.nextBoolean() ? ISO_8859_1 : UTF_8));
        return random.nextBoolean() ? "Basic " + base64 : mutated("Basic " + base64);
    }

    @Test
    void clientCredentialsAreReadOrRefused() {
        Map<Object, Integer> outcomes = new TreeMap<>();
        Parameters nothing = Parameters.ofForm("").orElseThrow();
        for (int i = 0; i < ROUNDS; i++) {
            String outcome;
            try {
                ClientCredentials.read(authorization(), nothing);
                outcome = "read";
            } catch (Refused refused) {
                outcome = refused.refusal().toString();
            }
            outcomes.merge(outcome, 1, Integer::sum);
        }

        assertThat(outcomes).containsOnlyKeys("read", "MALFORMED_CREDENTIALS", "MISSING_CLIENT");
    }

    @Test
    void authorizeRequestsAreReadOrRefused() {
        Map<Object, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            Optional<AuthorizeRequest> request = AuthorizeRequest.read(mutated(FORMS.get(2)));
            for (ApplicationType type : ApplicationType.values()) {
                Optional<Refusal> refusal = request.flatMap(read -> read.refusal(type));
                request.ifPresent(read -> read.forServer(type, refusal.isPresent()));
                outcomes.merge(
                        request.isEmpty()
                                ? "unreadable"
                                : refusal.map(Refusal::name).orElse("good"),
                        1,
                        Integer::sum);
            }
        }

        assertThat(outcomes)
                .containsKeys("unreadable", "good", "REPEATED_PARAMETER", "INVALID_CHALLENGE", "INVALID_MAX_AGE");
    }

    @Test
    void tamperedSessionIdsDoNotOpen() {
        String sealed =
                new SessionId(new UUID(1, 2), 3, Instant.EPOCH, Instant.EPOCH, Optional.empty()).seal(TestKeys.ACME);
        int untouched = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = mutated(sealed);
            boolean opens = SessionId.open(text, TestKeys.ACME).isPresent();
            assertThat(opens).as(text).isEqualTo(text.equals(sealed));
            assertThat(RefreshToken.open(text, TestKeys.ACME)).isEmpty();
            untouched += opens ? 1 : 0;
        }

        assertThat(untouched).isBetween(1, ROUNDS - 1);
    }

    @Test
    void redirectUrlsAndHostsAreReadOrNot() {
        Hosts hosts = new Hosts(List.of("workfront.example"), Map.of(), Optional.empty());
        int served = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String url = mutated("https://acme.my.workfront.example:8443/cb?x=1");
            RedirectUrl.isOnDevice(url);
            RedirectUrl.origin(url);
            served += hosts.served(mutated("acme.my.workfront.example:8443"), any -> true)
                            .isPresent()
                    ? 1
                    : 0;
        }

        assertThat(served).isBetween(1, ROUNDS - 1);
    }
}
