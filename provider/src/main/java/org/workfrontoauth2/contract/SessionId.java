package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of a session ID (contract, sections 4 and 6).
 *
 * @param grant the grant it was issued from
 * @param epoch the grant's epoch at that time: a browser logout begins a new one
 * @param issuedAt to the millisecond
 * @param expiresAt to the millisecond
 * @param loggedInUntil the browser's login cannot have timed out before this time. If it has ended earlier, the user
 *     has logged out. Empty if the session ID does not belong to a browser's login
 */
public record SessionId(UUID grant, int epoch, Instant issuedAt, Instant expiresAt, Optional<Instant> loggedInUntil) {

    private static final long NO_LOGIN = 0;

    private static final int BYTES = 16 + 4 + 8 + 8 + 8;
    private static final String PURPOSE = "session ID";

    /** An opaque string of letters and digits, a new one every time. */
    public String seal(SealKey key) {
        byte[] payload = ByteBuffer.allocate(BYTES)
                .putLong(grant.getMostSignificantBits())
                .putLong(grant.getLeastSignificantBits())
                .putInt(epoch)
                .putLong(issuedAt.toEpochMilli())
                .putLong(expiresAt.toEpochMilli())
                .putLong(loggedInUntil.map(Instant::getEpochSecond).orElse(NO_LOGIN))
                .array();
        return new Seal(key, PURPOSE, BYTES).seal(payload);
    }

    /** Whether this text could be one. Most tokens of others can be recognised without a key. */
    public static boolean isPlausible(String text) {
        return Seal.hasLength(text, BYTES);
    }

    /** The session ID behind this text; empty when it was not sealed with this key. */
    public static Optional<SessionId> open(String text, SealKey key) {
        return new Seal(key, PURPOSE, BYTES).open(text).map(ByteBuffer::wrap).map(SessionId::read);
    }

    private static SessionId read(ByteBuffer payload) {
        return new SessionId(
                new UUID(payload.getLong(), payload.getLong()),
                payload.getInt(),
                Instant.ofEpochMilli(payload.getLong()),
                Instant.ofEpochMilli(payload.getLong()),
                login(payload.getLong()));
    }

    private static Optional<Instant> login(long second) {
        return second == NO_LOGIN ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }
}
