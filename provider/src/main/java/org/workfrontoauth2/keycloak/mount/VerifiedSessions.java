package org.workfrontoauth2.keycloak.mount;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.gateway.RecentlyVerified;
import org.workfrontoauth2.contract.gateway.VerifiedSession;
import org.workfrontoauth2.contract.gateway.VerifySettings;

/**
 * What this node remembers for gateways (decision 0034): session IDs that were valid a moment ago, in realms that allow
 * this, and the settings of these realms. When something ends or changes on this node, it is forgotten as soon as the
 * change is stored.
 */
public final class VerifiedSessions {

    private static final RecentlyVerified SESSIONS = new RecentlyVerified();

    /** By name. */
    private static final Map<String, Realm> REALMS = new ConcurrentHashMap<>();

    private VerifiedSessions() {}

    /**
     * A realm as it was when one of its session IDs was last looked up.
     *
     * @param hasHosts whether it is served on hosts
     * @param since when that was; where the clock is set back before it, it is read again
     * @param until when it is read again
     */
    record Realm(
            String id,
            VerifySettings settings,
            SslRequired encryption,
            boolean hasHosts,
            Instant since,
            Instant until) {}

    /** To be taken before anything is read that a session ID is judged by, its realm included. */
    static long state() {
        return SESSIONS.state();
    }

    /**
     * Remembers a session ID that was found to be good, if the realm's settings say so.
     *
     * @param before the state before it was looked up
     * @param expiresAt when it ends in any case
     */
    public static void remember(
            long before,
            KeycloakSession session,
            VerifySettings settings,
            String sessionId,
            UUID grant,
            VerifiedSession verified,
            Instant expiresAt) {
        Duration cached = settings.cached();
        if (cached.isZero()) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        Instant now = now();
        Instant until = now.plus(cached);
        Realm known = new Realm(
                realm.getId(), settings, realm.getSslRequired(), new Domains(session).isOwnName(realm), now, until);
        Instant end = until.isBefore(expiresAt) ? until : expiresAt;
        synchronized (REALMS) {
            if (before == SESSIONS.state()) {
                REALMS.put(realm.getName(), known);
                SESSIONS.remember(before, realm.getId(), sessionId, grant, verified, now, end);
            }
        }
    }

    /** The realm of this name, if one of its session IDs is remembered. */
    static Optional<Realm> realm(String name) {
        return Optional.ofNullable(REALMS.get(name)).filter(realm -> {
            Instant now = now();
            return !now.isBefore(realm.since()) && now.isBefore(realm.until());
        });
    }

    /** Whose session ID this is, if it is remembered. */
    static Optional<VerifiedSession> find(Realm realm, String sessionId) {
        return SESSIONS.find(realm.id(), sessionId, now());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /** A grant ends with this session's transaction. */
    public static void forgetGrant(KeycloakSession session, UUID grant) {
        afterwards(session, () -> SESSIONS.forgetGrant(grant));
    }

    /** Something of a realm changes with this session's transaction. */
    public static void forgetRealm(KeycloakSession session, String realmId) {
        afterwards(session, () -> {
            SESSIONS.forgetRealm(realmId);
            REALMS.values().removeIf(realm -> realm.id().equals(realmId));
        });
    }

    /** Not before it is stored: until then, others find what was there. */
    private static void afterwards(KeycloakSession session, Runnable forget) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                synchronized (REALMS) {
                    forget.run();
                }
            }

            @Override
            protected void rollbackImpl() {
                // Nothing has ended.
            }
        });
    }
}
