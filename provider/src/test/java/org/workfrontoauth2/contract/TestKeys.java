package org.workfrontoauth2.contract;

import java.nio.charset.StandardCharsets;

/** Keys of two realms that have nothing in common. */
final class TestKeys {

    static final SealKey ACME = key("secret of acme", "acme-id");
    static final SealKey OTHER = key("secret of another realm", "other-id");

    private TestKeys() {}

    static SealKey key(String realmSecret, String realmId) {
        return SealKey.derive(realmSecret.getBytes(StandardCharsets.UTF_8), realmId);
    }
}
