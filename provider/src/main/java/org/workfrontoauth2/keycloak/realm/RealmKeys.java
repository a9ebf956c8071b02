package org.workfrontoauth2.keycloak.realm;

import java.util.List;
import java.util.function.Supplier;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.SealKey;

/**
 * The keys that session IDs and refresh tokens of a realm are sealed with, derived from the realm's HMAC keys. After
 * the realm's keys were rotated, the passive ones still open what they sealed.
 */
public final class RealmKeys {

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The key for new tokens. */
    public SealKey active() {
        return once("active", () -> seal(session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512)));
    }

    /** Every key that is enabled. */
    public List<SealKey> enabled() {
        return once("enabled", () -> session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.HS512)
                .filter(key -> key.getStatus().isEnabled())
                .map(this::seal)
                .toList());
    }

    /** Looking through all keys of a realm takes longer than opening a token: a request does it once. */
    @SuppressWarnings("unchecked")
    private <T> T once(String which, Supplier<T> keys) {
        String attribute = RealmKeys.class.getName() + '.' + which + '.' + realm.getId();
        Object known = session.getAttribute(attribute);
        if (known != null) {
            return (T) known;
        }
        T found = keys.get();
        session.setAttribute(attribute, found);
        return found;
    }

    private SealKey seal(KeyWrapper key) {
        return SealKey.derive(key.getSecretKey().getEncoded(), realm.getId());
    }
}
