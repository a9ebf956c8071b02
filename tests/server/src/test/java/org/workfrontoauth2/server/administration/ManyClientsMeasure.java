package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Application;

/**
 * What ten thousand clients and ten thousand exchanges cost ({@code docs/performance.md}); run with {@code -Pmeasures}.
 *
 * <p>Two realms of one server take turns, request by request: whatever else the machine does meets both alike.
 */
@RunsOn
class ManyClientsMeasure {

    private static final int CLIENTS = 10_000;
    private static final int BATCH = 25;
    private static final int CREATIONS = 200;
    private static final int REFRESHES = 1000;
    private static final int EXCHANGES = 10_000;
    private static final double LIMIT = 1.2;
    private static final List<String> TABLES =
            List.of("workfront_grant", "offline_user_session", "offline_client_session");

    private final KeycloakServer keycloak;

    ManyClientsMeasure(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** One request, and how long it took. */
    private interface Timed {
        long nanoseconds();
    }

    /** Medians in milliseconds. */
    private record Compared(double small, double large) {

        double ratio() {
            return large / small;
        }
    }

    @Test
    void tenThousandClientsSlowNeitherCreationsNorTokenRequests() {
        // It takes Keycloak longer to delete this realm than requests may take: it goes with the server.
        OwnRealm large = OwnRealm.served(keycloak);
        try (OwnRealm small = OwnRealm.served(keycloak)) {
            Timed[] creations = {creation(small), creation(large)};
            Timed[] refreshes = {refresh(small), refresh(large)};
            Compared createdBefore = report("creation, both realms small", inTurns(CREATIONS, creations));
            Compared refreshedBefore = report("refresh, both realms small", inTurns(REFRESHES, refreshes));

            addClients(large);

            Compared created = report("creation, 10,000 clients in one", inTurns(CREATIONS, creations));
            Compared refreshed = report("refresh, 10,000 clients in one", inTurns(REFRESHES, refreshes));
            assertUnchanged("creation", createdBefore, created);
            assertUnchanged("refresh", refreshedBefore, refreshed);
        }
    }

    @Test
    void tenThousandExchangesLeaveNoRows() {
        try (OwnRealm realm = OwnRealm.served(keycloak)) {
            Machine machine = Machine.in(realm);
            RsaKey key = machine.key();
            User user = machine.manager();
            machine.session(key, user);
            ObjectNode claims = machine.claims(user);
            claims.put("exp", claims.get("exp").asLong() + 3000);
            List<Long> before = rows();

            long start = System.nanoTime();
            for (int i = 0; i < EXCHANGES; i++) {
                // No two are the same, and every second one names itself: that has to be remembered.
                ObjectNode another = claims.deepCopy().put("number", i);
                String jwt = Jwt.of(i % 2 == 0 ? another : another.put("jti", "measured-" + i))
                        .signed(key.pair().getPrivate());
                done(200, machine.exchange(jwt));
            }
            double millis = (System.nanoTime() - start) / 1e6 / EXCHANGES;

            List<Long> after = rows();
            print(
                    "%d exchanges, one after the other: %.1f ms each, the client's signature included",
                    EXCHANGES, millis);
            for (int i = 0; i < TABLES.size(); i++) {
                print("rows of %s: %d before, %d after", TABLES.get(i), before.get(i), after.get(i));
                assertThat(after.get(i)).as(TABLES.get(i)).isLessThanOrEqualTo(before.get(i));
            }
        }
    }

    /** Beside the small realm, and against before: what slows the whole server would slow the small realm alike. */
    private static void assertUnchanged(String what, Compared before, Compared after) {
        assertThat(after.ratio()).as(what + " beside the small realm").isLessThan(LIMIT);
        assertThat(after.large() / before.large()).as(what + " against before").isLessThan(LIMIT);
    }

    private List<Long> rows() {
        return TABLES.stream().map(keycloak.clock()::rows).toList();
    }

    /** Creates an application; that it is deleted again, for there are ten places, does not count. */
    private static Timed creation(OwnRealm realm) {
        Applications applications = realm.applications();
        return () -> {
            long start = System.nanoTime();
            String clientId = applications.create("web").get("clientId").asText();
            long took = System.nanoTime() - start;
            applications.delete(clientId);
            return took;
        };
    }

    private static Timed refresh(OwnRealm realm) {
        Application application = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        return () -> {
            long start = System.nanoTime();
            done(200, user.refresh(application, tokens));
            return System.nanoTime() - start;
        };
    }

    /** By turns, each first as often as the other; the first half only warms up. */
    private static Compared inTurns(int times, Timed[] requests) {
        long[][] took = new long[2][times];
        for (int i = 0; i < 2 * times; i++) {
            int first = i % 2;
            took[first][i % times] = requests[first].nanoseconds();
            took[1 - first][i % times] = requests[1 - first].nanoseconds();
        }
        return new Compared(median(took[0]), median(took[1]));
    }

    private static double median(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void addClients(OwnRealm realm) {
        long start = System.nanoTime();
        for (int first = 0; first < CLIENTS; first += BATCH) {
            List<Map<String, Object>> clients = IntStream.range(first, first + BATCH)
                    .mapToObj(ManyClientsMeasure::plainClient)
                    .toList();
            done(
                    200,
                    realm.as(OwnRealm.OWNER)
                            .post("/partialImport", Map.of("ifResourceExists", "FAIL", "clients", clients)));
        }
        assertThat(done(200, realm.as(OwnRealm.OWNER).get("/clients?first=" + (CLIENTS - 1) + "&max=1")))
                .hasSize(1);
        print("%d clients added in %d s", CLIENTS, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static Map<String, Object> plainClient(int number) {
        return Map.of(
                "clientId",
                "plain-" + number,
                "secret",
                "secret-" + number,
                "redirectUris",
                List.of("https://plain-" + number + ".example/callback"));
    }

    private static Compared report(String what, Compared medians) {
        print("%s: %.2f ms and %.2f ms, ratio %.2f", what, medians.small(), medians.large(), medians.ratio());
        return medians;
    }

    private static void print(String format, Object... values) {
        System.out.println("measure: " + String.format(Locale.ROOT, format, values));
    }
}
