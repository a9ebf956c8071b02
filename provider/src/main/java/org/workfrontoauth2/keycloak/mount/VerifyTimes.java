package org.workfrontoauth2.keycloak.mount;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long gateways wait for their responses, by result: {@code workfront_verify_seconds} with the label {@code
 * result}, from memory or not. If metrics are off, they are not collected.
 */
final class VerifyTimes {

    private static final Map<String, Timer> BY_RESULT = new ConcurrentHashMap<>();

    private VerifyTimes() {}

    /** Begins now, and ends with the answer. */
    static void measure(RoutingContext request) {
        long begin = System.nanoTime();
        request.addEndHandler(answered -> BY_RESULT
                .computeIfAbsent(result(request.response().getStatusCode()), VerifyTimes::timer)
                .record(Duration.ofNanos(System.nanoTime() - begin)));
    }

    private static String result(int status) {
        return switch (status) {
            case 200, 204 -> "good";
            case 401 -> "not_logged_in";
            case 403 -> "may_not_ask";
            case 400 -> "wrong_request";
            default -> "other";
        };
    }

    private static Timer timer(String result) {
        return Timer.builder("workfront.verify")
                .tag("result", result)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(Metrics.globalRegistry);
    }
}
