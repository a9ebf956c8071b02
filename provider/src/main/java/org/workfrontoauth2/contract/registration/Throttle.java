package org.workfrontoauth2.contract.registration;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Allows one request a second from one address, and ten at once if the address was quiet (registration, section 4): a
 * bucket of ten that fills by one a second.
 *
 * <p>A bucket that is full again is forgotten, which makes no difference. Beyond {@value #MOST} addresses, the address
 * that was quiet the longest is forgotten early, and has ten requests again. An address that keeps sending is never the
 * quietest, so flooding does not help it. May be used by many threads.
 */
public final class Throttle {

    /** How many addresses are remembered at one time. */
    public static final int MOST = 100_000;

    /** How many requests may come at once. */
    public static final int BURST = 10;

    /** What a refused client waits at least. */
    public static final Duration WAIT = Duration.ofSeconds(1);

    private static final long NANOS_A_REQUEST = WAIT.toNanos();
    private static final long NANOS_OF_A_BURST = BURST * NANOS_A_REQUEST;

    private final LongSupplier nanoTime;
    private final int most;

    /** By address, the one that was quiet the longest first: the moment when its bucket is full again. */
    private final LinkedHashMap<ClientAddress, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    public Throttle(LongSupplier nanoTime) {
        this(nanoTime, MOST);
    }

    Throttle(LongSupplier nanoTime, int most) {
        this.nanoTime = nanoTime;
        this.most = most;
    }

    /** Counts a request of this address. Whether it may be served. */
    public synchronized boolean admit(ClientAddress address) {
        long now = nanoTime.getAsLong();
        forgetFull(now);
        long full = Math.max(0, fullAt.getOrDefault(address, now) - now);
        boolean admitted = full + NANOS_A_REQUEST <= NANOS_OF_A_BURST;
        // A refused request takes nothing out, but it is a sign of life.
        fullAt.put(address, now + full + (admitted ? NANOS_A_REQUEST : 0));
        if (fullAt.size() > most) {
            removeFirst();
        }
        return admitted;
    }

    /** Two at most with every request, so that none waits for a long clean-up. */
    private void forgetFull(long now) {
        Iterator<Map.Entry<ClientAddress, Long>> oldest = fullAt.entrySet().iterator();
        for (int i = 0; i < 2 && oldest.hasNext(); i++) {
            if (oldest.next().getValue() - now > 0) {
                return;
            }
            oldest.remove();
        }
    }

    private void removeFirst() {
        Iterator<ClientAddress> oldest = fullAt.keySet().iterator();
        oldest.next();
        oldest.remove();
    }

    /** How many addresses are remembered now. */
    synchronized int size() {
        return fullAt.size();
    }
}
