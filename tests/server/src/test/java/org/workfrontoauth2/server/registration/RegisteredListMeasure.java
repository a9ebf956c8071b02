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
 * How long an administrator waits for lists when a registered application has a hundred thousand clients; run with {@code
 * -Pmeasures}. The clients are written past the server, while it is stopped.
 */
@RunsOn(Setup.DEVICES)
class RegisteredListMeasure {

    private static final int CLIENTS = 100_000;
    private static final int REQUESTS = 21;

    /** Milliseconds; lists read an index. */
    private static final double LIST_LIMIT = 500;

    /** Milliseconds; a search reads every client. */
    private static final double SEARCH_LIMIT = 5000;

    private final KeycloakServer keycloak;

    RegisteredListMeasure(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void nobodyWaitsForAListOfAHundredThousandClients() {
        try (OwnRealm realm = Software.realm(keycloak)) {
            String id = Software.in(realm).create();
            keycloak.rewrite(insert(id, CLIENTS));
            assertThat(Software.in(realm).get(id).get("clients").asInt()).isEqualTo(CLIENTS);
            String clients = "/" + id + "/clients?max=10";

            measure(LIST_LIMIT, "list of registered applications", realm, "");
            measure(LIST_LIMIT, "first page of clients", realm, clients);
            measure(LIST_LIMIT, "last page of clients", realm, clients + "&first=" + (CLIENTS - 10));
            measure(SEARCH_LIMIT, "search that finds all", realm, clients + "&search=TV");
            measure(SEARCH_LIMIT, "search that finds none", realm, clients + "&search=nobody");
        }
    }

    private static void measure(double limit, String what, OwnRealm realm, String path) {
        Software software = Software.in(realm);
        double[] took = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            Answer answer = software.caller().get(path);
            took[i] = (System.nanoTime() - begin) / 1e6;
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        Arrays.sort(took);
        double median = took[REQUESTS / 2];
        System.out.println("measure: " + String.format(Locale.ROOT, "%s: %.0f ms", what, median));
        assertThat(median).as(what).isLessThan(limit);
    }

    private static String insert(String application, int number) {
        return "insert into WORKFRONT_REGISTERED_CLIENT"
                + " (ID, APPLICATION_ID, SECRET_HASH, DEVICE, CREATED_AT, LAST_USED_AT)"
                + " select cast(random_uuid() as varchar), '" + application + "', rpad('0', 64, '0'),"
                + " '{\"model\":\"TV\",\"osName\":\"tvOS\"}', 1700000000000 + X, 1700000000000 + X"
                + " from system_range(1, " + number + ")";
    }
}
