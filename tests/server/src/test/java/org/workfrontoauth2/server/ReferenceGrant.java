package org.workfrontoauth2.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A grant as sections 6 and 11 of the contract tell it, without a server: plain and obvious, written from the text and not
 * from the product's code. Times are milliseconds. The caller stays away from the moments at which something ends: who
 * sends a request does not know to the millisecond when it is decided.
 */
final class ReferenceGrant {

    /** What the application's administrator chose; zero: no expiration. */
    record Policy(boolean rotates, long grace, long absolute, long inactive, long sessionLife) {}

    /** One that was issued. */
    record SessionId(String text, long expiresAt, int logouts) {}

    /** What a refresh must answer: the generation of the refresh token, or nothing. */
    record Expected(int generation, long expiresIn) {}

    private static final int REMEMBERED = 6;

    private final long consentedAt;
    private final List<String> refreshTokens = new ArrayList<>();
    private final List<SessionId> sessionIds = new ArrayList<>();
    private long lastActiveAt;
    private long graceUntil;
    private boolean windowOpen;
    private boolean ended;
    private int logouts;

    ReferenceGrant(long now) {
        this.consentedAt = now;
        this.lastActiveAt = now;
    }

    int generation() {
        return refreshTokens.size() - 1;
    }

    String refreshToken(int generation) {
        return refreshTokens.get(generation);
    }

    List<SessionId> sessionIds() {
        return sessionIds;
    }

    /** An answer of the server's. The string of a generation never changes, and no two generations share one. */
    boolean received(int generation, String refreshToken, String sessionId, long expiresAt) {
        if (generation == refreshTokens.size() && !refreshTokens.contains(refreshToken)) {
            refreshTokens.add(refreshToken);
        }
        sessionIds.add(new SessionId(sessionId, expiresAt, logouts));
        if (sessionIds.size() > REMEMBERED) {
            sessionIds.remove(0);
        }
        return generation == generation() && refreshTokens.get(generation).equals(refreshToken);
    }

    /** The moments at which something of this grant ends. */
    Stream<Long> ends(Policy policy) {
        Stream<Long> grants = Stream.of(
                policy.absolute() == 0 ? 0 : consentedAt + policy.absolute(),
                policy.inactive() == 0 ? 0 : lastActiveAt + policy.inactive(),
                windowOpen && policy.grace() > 0 ? graceUntil : 0,
                lastActiveAt + exactness(policy));
        return ended
                ? Stream.empty()
                : Stream.concat(grants, sessionIds.stream().map(SessionId::expiresAt));
    }

    private Optional<Long> end(Policy policy) {
        return Stream.of(
                        policy.absolute() == 0 ? Long.MAX_VALUE : consentedAt + policy.absolute(),
                        policy.inactive() == 0 ? Long.MAX_VALUE : lastActiveAt + policy.inactive())
                .min(Long::compare)
                .filter(end -> end != Long.MAX_VALUE);
    }

    /** Whether it has ended; what has ended stays so. */
    boolean ended(Policy policy, long now) {
        ended = ended || end(policy).filter(end -> now >= end).isPresent();
        return ended;
    }

    /** Somebody presents the refresh token of that generation. */
    Optional<Expected> refresh(int presented, Policy policy, long now) {
        if (ended(policy, now)) {
            return Optional.empty();
        }
        int expected = generation();
        boolean written = true;
        if (presented == generation()) {
            expected += policy.rotates() ? 1 : 0;
            written = policy.rotates() || windowOpen || isDue(policy, now);
            windowOpen = policy.rotates() && policy.grace() > 0;
            graceUntil = now + policy.grace();
        } else if (presented != generation() - 1 || !windowOpen || policy.grace() == 0 || now >= graceUntil) {
            end();
            return Optional.empty();
        }
        lastActiveAt = written ? now : lastActiveAt;
        long life =
                Math.min(policy.sessionLife(), end(policy).map(end -> end - now).orElse(Long.MAX_VALUE));
        return Optional.of(new Expected(expected, life));
    }

    /** A use or login that changes nothing else counts when the last one is as old as this, or a session ID would be cut short. */
    private static long exactness(Policy policy) {
        return policy.inactive() == 0 ? 60_000 : Math.min(60_000, policy.inactive() / 60);
    }

    private boolean isDue(Policy policy, long now) {
        boolean cutShort = policy.inactive() > 0 && now + policy.sessionLife() > lastActiveAt + policy.inactive();
        return cutShort || isNoticed(policy, now);
    }

    private boolean isNoticed(Policy policy, long now) {
        return now >= lastActiveAt + exactness(policy);
    }

    /** The user logs in somewhere. */
    void login(Policy policy, long now) {
        if (!ended(policy, now) && isNoticed(policy, now)) {
            lastActiveAt = now;
        }
    }

    /** The user logs out of the browser in which the grant began. */
    void logout() {
        logouts++;
    }

    /** The administrator chooses another policy. */
    void change(Policy before, Policy after, long now) {
        ended = ended(before, now) || ended(after, now);
    }

    void end() {
        ended = true;
    }

    boolean alive(SessionId sessionId, Policy policy, long now) {
        return !ended(policy, now) && now < sessionId.expiresAt() && sessionId.logouts() == logouts;
    }
}
