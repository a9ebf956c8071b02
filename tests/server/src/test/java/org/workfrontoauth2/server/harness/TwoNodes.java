package org.workfrontoauth2.server.harness;

import java.time.Duration;
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
        Awaitility.await("a cluster of two")
                .atMost(PATIENCE)
                .until(() -> knowsTheOther(first) && knowsTheOther(second));
        return new TwoNodes(first, second, database);
    }

    private static boolean knowsTheOther(KeycloakServer node) {
        return node.log().since(0).lines().anyMatch(line -> line.matches(".*" + TOGETHER));
    }

    public Clock clock() {
        return first.clock();
    }
}
