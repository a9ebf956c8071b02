package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of a refresh token (contract, section 11). It has no expiration of its own, because the application's
 * policy is read when it is used.
 *
 * @param grant the grant it belongs to
 * @param generation how often the grant's refresh token had been rotated when this one was issued
 */
public record RefreshToken(UUID grant, long generation) {

    private static final int BYTES = 16 + 8;
    private static final String PURPOSE = "refresh token";

    /**
     * An opaque string of letters and digits, the same one every time: a repeated request after a lost answer gets the
     * same successor, and nothing about it needs to be stored.
     */
    public String seal(SealKey key) {
        byte[] payload = ByteBuffer.allocate(BYTES)
                .putLong(grant.getMostSignificantBits())
                .putLong(grant.getLeastSignificantBits())
                .putLong(generation)
                .array();
        return new Seal(key, PURPOSE, BYTES).sealAlike(payload);
    }

    /** Whether this text could be one. Most tokens of others can be recognised without a key. */
    public static boolean isPlausible(String text) {
        return Seal.hasLength(text, BYTES);
    }

    /** The refresh token behind this text; empty when it was not sealed with this key. */
    public static Optional<RefreshToken> open(String text, SealKey key) {
        return new Seal(key, PURPOSE, BYTES)
                .open(text)
                .map(ByteBuffer::wrap)
                .map(payload -> new RefreshToken(new UUID(payload.getLong(), payload.getLong()), payload.getLong()));
    }
}
