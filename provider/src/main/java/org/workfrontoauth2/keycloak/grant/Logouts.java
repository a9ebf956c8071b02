package org.workfrontoauth2.keycloak.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.NotBefore;

/**
 * When administrators logged somebody out. Keycloak stores only the second (not-before), which does not tell which of
 * the logins in that second came first (decision 0013).
 */
public final class Logouts {

    private static final String KEY = "workfront-logout:";
    private static final String AT = "at";

    /** Longer than a login takes. What is forgotten by then counts as the end of its second. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Logouts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** An administrator logs out this user, or this realm's users, at this moment: at once known on every node. */
    void record(String id) {
        String now = String.valueOf(Grants.now().toEpochMilli());
        session.singleUseObjects().put(KEY + id, MEMORY.toSeconds(), Map.of(AT, now));
    }

    /**
     * From when on a grant counts that comes of a login which began at that moment.
     *
     * @return empty: the login began before the logout, and nothing comes of it
     */
    public Optional<Instant> countsFrom(ClientModel client, UserModel user, Instant loginBegan) {
        int ofUser = session.users().getNotBeforeOfUser(realm, user);
        int ofRealm = realm.getNotBefore();
        int ofClient = client.getNotBefore();
        boolean allowed = allows(ofUser, user.getId(), loginBegan)
                && allows(ofRealm, realm.getId(), loginBegan)
                && new NotBefore(ofClient).allows(loginBegan, Optional.empty());
        int last = IntStream.of(ofUser, ofRealm, ofClient).max().getAsInt();
        return allowed ? Optional.of(new NotBefore(last).countsFrom(Grants.now())) : Optional.empty();
    }

    /** What is remembered is asked for only where it decides. */
    private boolean allows(int second, String id, Instant loginBegan) {
        NotBefore notBefore = new NotBefore(second);
        return notBefore.allows(loginBegan, notBefore.isSecondOf(loginBegan) ? momentOf(id) : Optional.empty());
    }

    private Optional<Instant> momentOf(String id) {
        return Optional.ofNullable(session.singleUseObjects().get(KEY + id))
                .map(notes -> notes.get(AT))
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli);
    }
}
