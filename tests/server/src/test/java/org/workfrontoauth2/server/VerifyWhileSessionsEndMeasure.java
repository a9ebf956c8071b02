package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;

/**
 * A gateway asks without a pause for a minute while sessions end: not one is good after the answer that has ended it. Run with
 * {@code -Pmeasures}; how often it asks depends on the machine.
 */
@RunsOn
class VerifyWhileSessionsEndMeasure {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final int GATEWAYS = 8;
    private static final int GRANTS = 10;

    private final TwoNodes nodes;

    VerifyWhileSessionsEndMeasure(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** One that is asked about before and after it has ended. */
    private static final class Session {

        private final String id;
        private final AtomicReference<Long> endedAt = new AtomicReference<>();

        Session(String id) {
            this.id = id;
        }

        void end() {
            endedAt.set(System.nanoTime());
        }

        /** For how long it had been over, if it was, when that question began. */
        Optional<Duration> longOver(long begin) {
            return Optional.ofNullable(endedAt.get())
                    .map(end -> Duration.ofNanos(begin - end))
                    .filter(over -> !over.isNegative() && !over.isZero());
        }
    }

    /**
     * Exactly, asked on both nodes and ended on either; from memory, asked and ended on one node.
     *
     * @param seconds for which the realm allows memory
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 60})
    void whatHasEndedIsNeverGoodAgain(int seconds) {
        List<Demo> asked = seconds == 0
                ? List.of(new Demo(nodes.first()), new Demo(nodes.second()))
                : List.of(new Demo(nodes.first()));
        set(asked.get(0), Integer.toString(seconds));
        try {
            measure(asked, seconds);
        } finally {
            set(asked.get(0), "");
        }
    }

    private static void set(Demo demo, String seconds) {
        demo.realm()
                .change(realm -> ((ObjectNode) realm.get("attributes")).put("workfront.verify.cache.seconds", seconds));
    }

    private static void measure(List<Demo> asked, int seconds) {
        List<Session> sessions = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger questions = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        List<Duration> late = new CopyOnWriteArrayList<>();
        Demo first = asked.get(0);
        Visitor visitor = first.visitor();
        for (int i = 0; i < GRANTS; i++) {
            sessions.add(new Session(visitor.grant(first.workfront(), Acme.WEB).sessionId()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(GATEWAYS);
        List<CompletableFuture<Void>> gateways = new ArrayList<>();
        for (int i = 0; i < GATEWAYS; i++) {
            Gateway gateway = new Gateway(asked.get(i % asked.size()).keycloak());
            gateways.add(CompletableFuture.runAsync(
                    () -> {
                        while (!over.get()) {
                            Session session =
                                    sessions.get(ThreadLocalRandom.current().nextInt(sessions.size()));
                            long begin = System.nanoTime();
                            int status = gateway.status(session.id);
                            questions.incrementAndGet();
                            if (status == 204) {
                                good.incrementAndGet();
                                session.longOver(begin).ifPresent(late::add);
                            }
                        }
                    },
                    threads));
        }
        int ended = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < TIME.toNanos()) {
            Session session = sessions.get(ended % GRANTS);
            Demo where = asked.get(ended % asked.size());
            Answers.assertThat(where.workfront().client(Acme.WEB).logOut(session.id))
                    .hasStatus(200);
            session.end();
            ended++;
            // The one that has ended is asked about until its place is needed.
            sessions.set(
                    ended % GRANTS,
                    new Session(visitor.grant(first.workfront(), Acme.WEB).sessionId()));
        }
        over.set(true);
        gateways.forEach(CompletableFuture::join);
        threads.shutdown();

        System.out.println("measure: verify, " + (seconds == 0 ? "exact, two nodes" : "from memory, one node") + ": "
                + questions.get() / TIME.toSeconds() + " a second, " + good + " of " + questions + " good, " + ended
                + " sessions ended, " + late.size() + " good after their end");
        assertThat(late).isEmpty();
        assertThat(ended).isGreaterThan(GRANTS);
        assertThat(good.get()).isPositive();
    }

    /** Keeps its connection, as gateways do. */
    private record Gateway(HttpClient client, URI address) {

        Gateway(KeycloakServer node) {
            this(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                    URI.create(node.base() + "/realms/acme/integrations/oauth2/api/v1/session/verify"));
        }

        int status(String sessionId) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("sessionID", sessionId)
                    .build();
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
