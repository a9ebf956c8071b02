package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Machine.done;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Application;

/**
 * What a refresh waits for while an administrator changes its application without a pause, on the other node, and the
 * application has twenty thousand grants ({@code docs/performance.md}); run with {@code -Pmeasures}.
 */
@RunsOn
class PatchLoadMeasure {

    private static final int GRANTS = 20_000;
    private static final int REFRESHES = 1000;

    private final TwoNodes nodes;

    PatchLoadMeasure(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** Milliseconds. */
    private record Times(double median, double p99, double longest) {

        static Times of(long[] nanoseconds) {
            long[] sorted = nanoseconds.clone();
            Arrays.sort(sorted);
            return new Times(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }

        void print(String what) {
            System.out.println("measure: "
                    + String.format(
                            Locale.ROOT, "| refresh, %s | %.1f ms | %.1f ms | %.1f ms |", what, median, p99, longest));
        }
    }

    @Test
    void refreshesDoNotWaitForAnAdministrator() {
        OwnRealm realm = OwnRealm.served(nodes.first());
        Application application = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(application);
        addGrants(application.clientId());
        assertThat(realm.applications()
                        .get(application.clientId())
                        .get("activeGrants")
                        .asInt())
                .isEqualTo(GRANTS + 1);
        refresh(user, application, tokens);

        String unrelated = realm.applications().create("web").get("clientId").asText();
        Applications other = realm.on(nodes.second()).applications();
        Times alone = refresh(user, application, tokens);
        Times besideUnrelated = beside(other, unrelated, () -> refresh(user, application, tokens));
        Times besideOwn = beside(other, application.clientId(), () -> refresh(user, application, tokens));

        alone.print("nobody else");
        besideUnrelated.print("another application is changed meanwhile");
        besideOwn.print("its application is changed meanwhile");
        // The other node has to work as well, on the same two cores: that is what the second row is for.
        assertThat(besideOwn.p99()).isLessThan(1.5 * besideUnrelated.p99() + 10);
    }

    /** While an administrator changes an application without a pause. */
    private static Times beside(Applications administrated, String clientId, Supplier<Times> work) {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger patches = new AtomicInteger();
        CompletableFuture<Void> administrator = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                administrated.change(clientId, Map.of("description", "change " + patches.incrementAndGet()));
            }
        });
        Times times = work.get();
        over.set(true);
        administrator.join();
        System.out.println("measure: " + patches + " changes of " + clientId);
        assertThat(patches.get()).isPositive();
        return times;
    }

    private static Times refresh(Person user, Application application, Person.Tokens tokens) {
        long[] took = new long[REFRESHES];
        for (int i = 0; i < REFRESHES; i++) {
            long start = System.nanoTime();
            done(200, user.refresh(application, tokens));
            took[i] = System.nanoTime() - start;
        }
        return Times.of(took);
    }

    /** Of as many users, with their consents. */
    private void addGrants(String clientId) {
        String client = "(select id from client where client_id = '" + clientId + "')";
        String realm = "(select realm_id from client where client_id = '" + clientId + "')";
        String each = " from generate_series(1, " + GRANTS + ") n";
        nodes.database()
                .run(
                        "insert into user_entity (id, enabled, email_verified, realm_id, username, email_constraint, not_before)"
                                + " select 'measured-' || n, true, false, " + realm
                                + ", 'measured-' || n, 'measured-' || n, 0"
                                + each);
        nodes.database()
                .run("insert into user_consent (id, client_id, user_id, created_date) select 'measured-' || n, "
                        + client + ", 'measured-' || n, 0" + each);
        nodes.database()
                .run(
                        "insert into workfront_grant (id, realm_id, client_id, user_id, domain, lane, consented_at, last_used_at,"
                                + " last_login_at, redeemed, epoch, generation, rotated_at, machine)"
                                + " select gen_random_uuid()::text, " + realm + ", " + client
                                + ", 'measured-' || n, 'd', 'my', t, t,"
                                + " 0, true, 0, 0, 0, false from (select n, (extract(epoch from now()) * 1000)::bigint as t"
                                + each
                                + ") s");
        nodes.database().run("analyze");
    }
}
