package org.workfrontoauth2.contract.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.workfrontoauth2.contract.Denial;

/**
 * Tells whether a refusal is the first of its kind in a minute. Only the first is recorded, so that a flood of requests
 * does not become a flood of events. May be used by many threads.
 */
public final class Seldom {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Of realms and kinds together; then all are forgotten, and some are told again. */
    private static final int MOST = 10_000;

    private final Map<String, Instant> told = new HashMap<>();

    /** Whether this one is the first in a minute in this realm, on this node. */
    public synchronized boolean isFirst(String realmId, Denial denial, Instant now) {
        if (told.size() >= MOST) {
            told.clear();
        }
        String kind = realmId + ' ' + denial;
        Instant last = told.get(kind);
        boolean first = last == null || !last.plus(MINUTE).isAfter(now) || last.isAfter(now);
        if (first) {
            told.put(kind, now);
        }
        return first;
    }
}
