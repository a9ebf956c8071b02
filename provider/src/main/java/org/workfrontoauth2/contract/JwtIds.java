package org.workfrontoauth2.contract;

import java.time.Instant;
import java.util.TreeMap;

/**
 * Counts how many {@code jti} of one application this node remembers, and decides whether it can remember another one
 * (contract, section 5). Each is a hash in memory until its JWT has expired, and an application can send as many as it
 * likes.
 *
 * <p>They are counted by the minute in which they are forgotten, an hour's worth at most, so counting costs little
 * however many there are. May be used by many threads.
 */
public final class JwtIds {

    /** By the minute since the epoch, in which the last of them is forgotten. */
    private final TreeMap<Long, Integer> remembered = new TreeMap<>();

    /** Whether fewer than the most are remembered now. */
    public synchronized boolean haveRoom(int most, Instant now) {
        forget(now);
        int count = 0;
        for (int ofMinute : remembered.values()) {
            count += ofMinute;
        }
        return count < most;
    }

    /** Whether at least one is remembered now. */
    public synchronized boolean haveAny(Instant now) {
        forget(now);
        return !remembered.isEmpty();
    }

    private void forget(Instant now) {
        remembered.headMap(minute(now)).clear();
    }

    /** One more is remembered until then. */
    public synchronized void add(Instant until) {
        remembered.merge(minute(until), 1, Integer::sum);
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60);
    }
}
