package org.workfrontoauth2.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.Postgres;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.Setup;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What a hundred thousand registered clients cost, and what they would cost as clients of Keycloak's (decision 0031, {@code
 * docs/performance.md}); run with {@code -Pmeasures}.
 *
 * <p>One server starts by turns with three databases, which differ in one realm: with a hundred clients of either kind, with a
 * hundred thousand of ours, with a hundred thousand of Keycloak's. Whatever else the machine does in the meantime meets all
 * three. Each turn begins with the same rows.
 */
@RunsOn(Setup.FIRST_NODE)
class RegisteredClientsMeasure {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int TURNS = 5;
    private static final int WARM_UP = 100;
    private static final int REQUESTS = 200;
    private static final double REQUEST_LIMIT = 1.5;
    private static final double KEYCLOAK_LIMIT = 1.2;
    private static final List<String> DATABASES = List.of("few", "ours", "keycloaks");

    private final KeycloakServer keycloak;
    private final Postgres database;
    private final Map<String, Samples> samples = new LinkedHashMap<>();

    RegisteredClientsMeasure(KeycloakServer keycloak, Postgres database) {
        this.keycloak = keycloak;
        this.database = database;
    }

    /** Something that is asked of the server. */
    private interface Work {
        Answer send();
    }

    @Test
    void aHundredThousandClientsSlowNobody() {
        OwnRealm realm = Software.realm(keycloak);
        Software software = Software.in(realm);
        String id = software.create();
        String statement = software.statement(id);
        Device.Registered ours = Device.of(realm).registered(statement);
        KeycloakClients alternative = KeycloakClients.in(realm);
        Device.Registered keycloaks = alternative.registered();
        keycloak.restart(() -> fill(id, keycloaks));

        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < DATABASES.size(); i++) {
                String name = DATABASES.get((turn + i) % DATABASES.size());
                Duration start = keycloak.restart(() -> database.restore(name));
                sample("start, ms", name, start.toMillis());
                sample("start, processor, ms", name, keycloak.processorTime().toMillis());
                assertThat(software.get(id).get("clients").asInt()).isEqualTo(name.equals("ours") ? MANY : FEW);

                String token = Device.of(realm).accessToken(ours);
                String jwt = alternative.token(keycloaks).member("access_token");
                measure("token", name, 201, () -> Device.of(realm).token(ours));
                measure("introspection", name, 200, () -> active(Device.introspect(realm, token)));
                measure("token of Keycloak's", name, 200, () -> alternative.token(keycloaks));
                measure("introspection of Keycloak's", name, 200, () -> active(Device.introspect(realm, jwt)));
                measure("client list", name, 200, () -> list(realm, "first=0&max=11"));
                measure("client search", name, 200, () -> list(realm, "first=0&max=11&search=true&clientId=acme"));
                measure("registration", name, 201, () -> Device.of(realm).register(statement));
                measure("registration of Keycloak's", name, 201, alternative::register);
            }
        }

        samples.forEach((what, each) -> each.print(what));
        for (String what : List.of("registration", "token", "introspection")) {
            assertThat(ratio(what)).as(what).isLessThan(REQUEST_LIMIT);
        }
        for (String what : List.of("start", "client list")) {
            assertThat(ratio(what)).as(what).isLessThan(KEYCLOAK_LIMIT);
        }
    }

    /** The three databases. */
    private void fill(String application, Device.Registered keycloaks) {
        register(application, FEW - 1);
        KeycloakClients.multiply(database, keycloaks, 1, FEW - 1);
        keep("few");
        register(application, MANY - FEW);
        keep("ours");
        database.restore("few");
        KeycloakClients.multiply(database, keycloaks, FEW, MANY - 1);
        keep("keycloaks");
    }

    private void register(String application, int number) {
        database.run("insert into workfront_registered_client"
                + " (id, application_id, secret_hash, device, created_at, last_used_at)"
                + " select gen_random_uuid()::text, '" + application + "', md5(n::text) || md5(n::text),"
                + " '{\"model\":\"TV\",\"osName\":\"tvOS\"}', t, t"
                + " from (select n, (extract(epoch from now()) * 1000)::bigint as t from generate_series(1, " + number
                + ") n) s");
    }

    private void keep(String name) {
        database.run("vacuum analyze");
        print("%s: %d MB", name, database.count("select pg_database_size(current_database()) / 1000000"));
        database.keepAs(name);
    }

    private static Answer active(Answer answer) {
        assertThat(answer.member("active")).isEqualTo("true");
        return answer;
    }

    /** What the console's page of clients asks for. */
    private static Answer list(OwnRealm realm, String query) {
        return realm.as(OwnRealm.MANAGER).get("/clients?" + query);
    }

    /** One after the other; the first ones only warm up. */
    private void measure(String what, String name, int status, Work work) {
        for (int i = 0; i < WARM_UP; i++) {
            nanoseconds(status, work);
        }
        List<Double> took = new ArrayList<>();
        Duration before = keycloak.processorTime();
        for (int i = 0; i < REQUESTS; i++) {
            took.add(nanoseconds(status, work) / 1e6);
        }
        Duration worked = keycloak.processorTime().minus(before);
        sample(what + ", ms", name, median(took));
        sample(what + ", processor, ms", name, worked.toMillis() / (double) REQUESTS);
    }

    private static long nanoseconds(int status, Work work) {
        long begin = System.nanoTime();
        Answer answer = work.send();
        long took = System.nanoTime() - begin;
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return took;
    }

    private void sample(String what, String name, double value) {
        samples.computeIfAbsent(what, any -> new Samples()).of(name).add(value);
    }

    private double ratio(String what) {
        return samples.get(what + ", ms").ratio("ours");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** One value of each turn, by database. */
    private record Samples(Map<String, List<Double>> values) {

        Samples() {
            this(new LinkedHashMap<>());
        }

        List<Double> of(String name) {
            return values.computeIfAbsent(name, any -> new ArrayList<>());
        }

        double ratio(String name) {
            return median(of(name)) / median(of("few"));
        }

        void print(String what) {
            RegisteredClientsMeasure.print(
                    "%s: %.2f with few, %.2f with many of ours (%.2f times), %.2f with many of Keycloak's (%.2f times)",
                    what,
                    median(of("few")),
                    median(of("ours")),
                    ratio("ours"),
                    median(of("keycloaks")),
                    ratio("keycloaks"));
        }
    }

    private static void print(String format, Object... values) {
        System.out.println("measure: " + String.format(Locale.ROOT, format, values));
    }
}
