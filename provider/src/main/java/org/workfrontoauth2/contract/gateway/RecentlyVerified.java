package org.workfrontoauth2.contract.gateway;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.workfrontoauth2.contract.Digest;

/**
 * Session IDs that were found valid a moment ago, by their hashes. Refused ones are not remembered, so a flood of
 * invented ones needs no memory. Beyond {@value #MOST} the oldest is forgotten early. May be used by many threads.
 *
 * <p>Something that was read before a grant ended must not be remembered afterwards. So take the {@linkplain #state()
 * state} before you read.
 */
public final class RecentlyVerified {

    /** How many are remembered at one time. */
    public static final int MOST = 10_000;

    private final int most;

    /** Oldest first. */
    private final LinkedHashMap<String, Known> known = new LinkedHashMap<>();

    private long state;

    /** One of them. */
    private record Known(String realmId, UUID grant, VerifiedSession session, Instant since, Instant until) {}

    public RecentlyVerified() {
        this(MOST);
    }

    RecentlyVerified(int most) {
        this.most = most;
    }

    /** Changes whenever something is forgotten on purpose. */
    public synchronized long state() {
        return state;
    }

    /**
     * Remembers a session ID that was found to be good.
     *
     * @param before the state before it was looked up; if it is another one now, nothing is remembered
     * @param since the present; where the clock is set back before it, it is looked up again
     * @param until when it is looked up again
     */
    public synchronized void remember(
            long before,
            String realmId,
            String sessionId,
            UUID grant,
            VerifiedSession session,
            Instant since,
            Instant until) {
        if (before != state) {
            return;
        }
        String key = key(realmId, sessionId);
        known.remove(key);
        known.put(key, new Known(realmId, grant, session, since, until));
        if (known.size() > most) {
            Iterator<String> oldest = known.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Whose it is, if it is remembered. */
    public Optional<VerifiedSession> find(String realmId, String sessionId, Instant now) {
        String key = key(realmId, sessionId);
        synchronized (this) {
            Known found = known.get(key);
            if (found != null && (now.isBefore(found.since()) || !now.isBefore(found.until()))) {
                known.remove(key);
                return Optional.empty();
            }
            return Optional.ofNullable(found).map(Known::session);
        }
    }

    /** Two realms never know the same session ID, but the key says so too. */
    private static String key(String realmId, String sessionId) {
        return Digest.sha256Hex(realmId + '\n' + sessionId);
    }

    /** A grant has ended. */
    public void forgetGrant(UUID grant) {
        forget(one -> one.grant().equals(grant));
    }

    /** Something of a realm has changed: its settings, or many of its grants have ended. */
    public void forgetRealm(String realmId) {
        forget(one -> one.realmId().equals(realmId));
    }

    private synchronized void forget(Predicate<Known> which) {
        state++;
        known.values().removeIf(which);
    }

    synchronized int size() {
        return known.size();
    }
}
