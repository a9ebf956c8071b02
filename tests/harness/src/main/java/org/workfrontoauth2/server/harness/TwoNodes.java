package org.workfrontoauth2.server.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * Two servers of one build on one PostgreSQL, that know each other; the clock of either moves both. Started for the first
 * test that takes them as a parameter, and shared by all.
 */
public record TwoNodes(KeycloakServer first, KeycloakServer second, Postgres database) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Infinispan's words for a cluster of two. */
    private static final String TOGETHER = "ISPN000094.*\\(2\\) \\[.*";

    static TwoNodes of(KeycloakServer first, KeycloakServer second, Postgres database) {
        awaitCluster(() -> knowsTheOther(first, 0) && knowsTheOther(second, 0));
        return new TwoNodes(first, second, database);
    }

    /** Stops the second node, does something to the database, and starts that node again: it brings the tables up to date. */
    public void restartSecond(Runnable whileItIsStopped) {
        long end = second.log().end();
        second.restart(whileItIsStopped);
        awaitCluster(() -> knowsTheOther(second, end));
    }

    private static void awaitCluster(Callable<Boolean> together) {
        Awaitility.await("a cluster of two").atMost(PATIENCE).until(together);
    }

    private static boolean knowsTheOther(KeycloakServer node, long since) {
        return node.log().since(since).lines().anyMatch(line -> line.matches(".*" + TOGETHER));
    }

    public Clock clock() {
        return first.clock();
    }
}
