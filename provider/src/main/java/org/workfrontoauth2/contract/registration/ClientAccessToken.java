package org.workfrontoauth2.contract.registration;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.workfrontoauth2.contract.Seal;
import org.workfrontoauth2.contract.SealKey;

/**
 * The content of a registered client's access token (registration, section 2). It is sealed for a separate purpose, so
 * it is never accepted as a session ID or a refresh token, nor the other way round.
 *
 * @param id the opaque {@code id} of the answer, for tracking
 * @param client the client
 * @param issuedAt to the millisecond
 * @param expiresAt to the millisecond
 */
public record ClientAccessToken(UUID id, UUID client, Instant issuedAt, Instant expiresAt) {

    private static final int BYTES = 16 + 16 + 8 + 8;
    private static final String PURPOSE = "access token of a registered client";

    /** An opaque string of letters and digits, a new one every time. */
    public String seal(SealKey key) {
        byte[] payload = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(client.getMostSignificantBits())
                .putLong(client.getLeastSignificantBits())
                .putLong(issuedAt.toEpochMilli())
                .putLong(expiresAt.toEpochMilli())
                .array();
        return new Seal(key, PURPOSE, BYTES).seal(payload);
    }

    /** Whether this text could be one. Most tokens of others can be recognised without a key. */
    public static boolean isPlausible(String text) {
        return Seal.hasLength(text, BYTES);
    }

    /** The access token behind this text; empty when it was not sealed with this key. */
    public static Optional<ClientAccessToken> open(String text, SealKey key) {
        return new Seal(key, PURPOSE, BYTES).open(text).map(ByteBuffer::wrap).map(ClientAccessToken::read);
    }

    private static ClientAccessToken read(ByteBuffer payload) {
        return new ClientAccessToken(
                new UUID(payload.getLong(), payload.getLong()),
                new UUID(payload.getLong(), payload.getLong()),
                Instant.ofEpochMilli(payload.getLong()),
                Instant.ofEpochMilli(payload.getLong()));
    }

    /** Whether it has not expired. */
    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
