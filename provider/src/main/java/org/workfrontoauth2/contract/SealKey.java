package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;

/** A key for session IDs and refresh tokens of one realm, derived from one of the realm's secret keys. */
public final class SealKey {

    private final byte[] bytes;

    private SealKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Derives the key. The realm is part of it: two realms that share a secret key still do not accept each other's
     * tokens (contract, section 6).
     */
    public static SealKey derive(byte[] realmSecret, String realmId) {
        return new SealKey(Seal.mac(realmSecret, "workfront tokens 1", realmId.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "SealKey";
    }
}
