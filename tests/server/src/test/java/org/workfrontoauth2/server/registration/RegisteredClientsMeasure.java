package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What a hundred thousand registered clients cost (decision 0031); run with {@code -Pmeasures}.
 *
 * <p>Two realms of one server take turns, request by request: whatever else the machine does meets both alike. The clients
 * are written past the server, while it is stopped.
 */
@RunsOn(Setup.DEVICES)
class RegisteredClientsMeasure {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int REQUESTS = 500;
    private static final int STARTS = 3;
    private static final double REQUEST_LIMIT = 1.5;
    private static final double KEYCLOAK_LIMIT = 1.2;

    private final KeycloakServer keycloak;

    RegisteredClientsMeasure(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** Something that succeeds. */
    private interface Request {
        Answer send();
    }

    @Test
    void aHundredThousandClientsSlowNobody() {
        OwnRealm large = Software.realm(keycloak);
        try (OwnRealm small = Software.realm(keycloak)) {
            String few = Software.in(small).create();
            String many = Software.in(large).create();
            double startBefore = start();
            double listBefore = clientList(large);

            long begin = System.nanoTime();
            keycloak.rewrite(insert(few, FEW), insert(many, MANY));
            print("the rows were written and the server started in %.1f s", (System.nanoTime() - begin) / 1e9);
            assertThat(Software.in(large).get(many).get("clients").asInt()).isEqualTo(MANY);

            compare("registration", 201, registration(small, few), registration(large, many));
            compare("token", 201, token(small, few), token(large, many));
            compare("introspection", 200, introspection(small, few), introspection(large, many));
            assertNotSlower("start", startBefore, start());
            assertNotSlower("client list", listBefore, clientList(large));
        }
    }

    static String insert(String application, int number) {
        return "insert into WORKFRONT_REGISTERED_CLIENT"
                + " (ID, APPLICATION_ID, SECRET_HASH, DEVICE, CREATED_AT, LAST_USED_AT)"
                + " select cast(random_uuid() as varchar), '" + application + "', rpad('0', 64, '0'),"
                + " '{\"model\":\"TV\",\"osName\":\"tvOS\"}', 1700000000000 + X, 1700000000000 + X"
                + " from system_range(1, " + number + ")";
    }

    private static Request registration(OwnRealm realm, String id) {
        String statement = Software.in(realm).statement(id);
        return () -> Device.of(realm).register(statement);
    }

    private static Request token(OwnRealm realm, String id) {
        Device.Registered client =
                Device.of(realm).registered(Software.in(realm).statement(id));
        return () -> Device.of(realm).token(client);
    }

    private static Request introspection(OwnRealm realm, String id) {
        Device.Registered client =
                Device.of(realm).registered(Software.in(realm).statement(id));
        String token = Device.of(realm).accessToken(client);
        return () -> Device.introspect(realm, token);
    }

    /** By turns, each first as often as the other; the first half only warms up. */
    private static void compare(String what, int status, Request small, Request large) {
        Request[] requests = {small, large};
        long[][] took = new long[2][REQUESTS];
        for (int i = 0; i < 2 * REQUESTS; i++) {
            int first = i % 2;
            took[first][i % REQUESTS] = nanoseconds(status, requests[first]);
            took[1 - first][i % REQUESTS] = nanoseconds(status, requests[1 - first]);
        }
        double few = median(took[0]);
        double many = median(took[1]);
        print("%s: %.2f ms with %d, %.2f ms with %d, ratio %.2f", what, few, FEW, many, MANY, many / few);
        assertThat(many / few).as(what).isLessThan(REQUEST_LIMIT);
    }

    private static long nanoseconds(int status, Request request) {
        long begin = System.nanoTime();
        Answer answer = request.send();
        long took = System.nanoTime() - begin;
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return took;
    }

    private static void assertNotSlower(String what, double before, double after) {
        print("%s: %.2f ms before, %.2f ms after, ratio %.2f", what, before, after, after / before);
        assertThat(after / before).as(what).isLessThan(KEYCLOAK_LIMIT);
    }

    private double start() {
        long[] took = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            keycloak.restart();
            took[i] = System.nanoTime() - begin;
        }
        return median(took);
    }

    /** What the console's page of clients asks for. */
    private double clientList(OwnRealm realm) {
        long[] took = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            keycloak.admin().get(realm.name() + "/clients?first=0&max=101");
            took[i] = System.nanoTime() - begin;
        }
        return median(took);
    }

    private static double median(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void print(String format, Object... values) {
        System.out.println("measure: " + String.format(Locale.ROOT, format, values));
    }
}
