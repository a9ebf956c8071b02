package org.workfrontoauth2.server.harness;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a request asks of the database on average, less what was run now and then only.
 *
 * @param name for the report
 * @param requests how many there were
 * @param calls what all of them ran together
 */
public record Cost(String name, int requests, List<Postgres.Calls> calls) {

    /** Enough that what the server does now and then by itself is far from once per request. */
    private static final int REQUESTS = 20;

    private static final int WARM_UP = 5;

    /** Measured, with a pause before each request, and reported. */
    public static Cost of(String name, TwoNodes nodes, Duration pause, Runnable request) {
        repeat(WARM_UP, nodes, pause, request);
        String title = name + ", every " + pause.toSeconds() + " s";
        Cost cost =
                new Cost(title, REQUESTS, nodes.database().statements(() -> repeat(REQUESTS, nodes, pause, request)));
        System.out.println(cost.report());
        return cost;
    }

    private static void repeat(int times, TwoNodes nodes, Duration pause, Runnable request) {
        for (int i = 0; i < times; i++) {
            nodes.clock().advance(pause);
            request.run();
        }
    }

    /** Statements per request. */
    public long perRequest() {
        return calls.stream().mapToLong(this::times).sum();
    }

    private long times(Postgres.Calls call) {
        return Math.round((double) call.times() / requests);
    }

    private String report() {
        return name + ": " + perRequest() + " statements per request\n"
                + calls.stream()
                        .filter(call -> times(call) > 0)
                        .map(call -> "  " + times(call) + " × "
                                + call.statement().replaceAll("\\s+", " ").replaceAll("(.{110}).*", "$1 …"))
                        .collect(Collectors.joining("\n"));
    }
}
