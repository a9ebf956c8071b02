package org.workfrontoauth2.keycloak.session;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.UserStorageUtil;
import org.workfrontoauth2.contract.Wid;

/** What the contract says of users. */
public final class Users {

    private static final Logger LOG = Logger.getLogger(Users.class);
    private static final String WID = "wid";

    private Users() {}

    /** The user's {@code wid}. */
    public static String wid(RealmModel realm, UserModel user) {
        return Wid.of(user.getFirstAttribute(WID), realm.getId(), user.getId());
    }

    /**
     * The IDs of all users who answer to this {@code wid}: by the attribute, or by an ID that is a UUID. A store that does
     * not answer cannot name anybody, but its users whose attribute is stored here count, for nobody can say that they are
     * gone.
     */
    public static Set<String> named(KeycloakSession session, RealmModel realm, String wid) {
        Set<String> named = new LinkedHashSet<>();
        // The attribute counts in any letter case, Keycloak compares it exactly: both usual spellings are looked up.
        Stream.of(wid, wid.toUpperCase(Locale.ROOT))
                .distinct()
                .forEach(spelling -> named.addAll(named(session, realm, wid, spelling)));
        Wid.uuid(wid)
                .map(id -> session.users().getUserById(realm, id))
                .filter(user -> wid(realm, user).equals(wid))
                .map(UserModel::getId)
                .ifPresent(named::add);
        return named;
    }

    private static Set<String> named(KeycloakSession session, RealmModel realm, String wid, String spelling) {
        try {
            return named(session.users(), realm, wid, spelling).collect(Collectors.toSet());
        } catch (RuntimeException e) {
            LOG.warnf(e, "A user store of realm %s cannot be reached", realm.getName());
            UserProvider local = session.getProvider(UserProvider.class);
            return Stream.concat(
                            named(local, realm, wid, spelling),
                            UserStorageUtil.userFederatedStorage(session)
                                    .getUsersByUserAttributeStream(realm, WID, spelling))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> named(UserProvider users, RealmModel realm, String wid, String spelling) {
        return users.searchForUserByUserAttributeStream(realm, WID, spelling)
                .filter(user -> wid(realm, user).equals(wid))
                .map(UserModel::getId);
    }
}
