package org.workfrontoauth2.keycloak.session;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.UserStorageUtil;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.Wid;
import org.workfrontoauth2.keycloak.application.WidAttribute;
import org.workfrontoauth2.keycloak.grant.Owners;

/** What the contract says of users. */
public final class Users {

    private static final Logger LOG = Logger.getLogger(Users.class);

    private Users() {}

    /** The user's {@code wid}. The attribute counts only where users cannot write it. */
    public static String wid(KeycloakSession session, RealmModel realm, UserModel user) {
        String attribute = WidAttribute.counts(session, realm) ? user.getFirstAttribute(WidAttribute.NAME) : null;
        return Wid.of(attribute, realm.getId(), user.getId());
    }

    /** The user with this ID; empty also where the store that the user comes from cannot be asked at present. */
    public static Optional<UserModel> reachable(KeycloakSession session, RealmModel realm, String id) {
        try {
            return find(session, realm, id);
        } catch (StoreUnavailable unavailable) {
            return Optional.empty();
        }
    }

    /** The user with this ID; a store that does not answer stops nobody but its own users. */
    public static Optional<UserModel> find(KeycloakSession session, RealmModel realm, String id)
            throws StoreUnavailable {
        Owners.Owner owner = new Owners(session, realm).of(id);
        if (owner.account() == Account.UNKNOWN) {
            throw new StoreUnavailable();
        }
        return owner.user();
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
                .filter(user -> wid(session, realm, user).equals(wid))
                .map(UserModel::getId)
                .ifPresent(named::add);
        return named;
    }

    private static Set<String> named(KeycloakSession session, RealmModel realm, String wid, String spelling) {
        try {
            return named(session, session.users(), realm, wid, spelling).collect(Collectors.toSet());
        } catch (RuntimeException e) {
            LOG.warnf(e, "A user store of realm %s cannot be reached", realm.getName());
            UserProvider local = session.getProvider(UserProvider.class);
            return Stream.concat(
                            named(session, local, realm, wid, spelling),
                            UserStorageUtil.userFederatedStorage(session)
                                    .getUsersByUserAttributeStream(realm, WidAttribute.NAME, spelling))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> named(
            KeycloakSession session, UserProvider users, RealmModel realm, String wid, String spelling) {
        return users.searchForUserByUserAttributeStream(realm, WidAttribute.NAME, spelling)
                .filter(user -> wid(session, realm, user).equals(wid))
                .map(UserModel::getId);
    }

    /** The store that a user comes from does not answer. */
    public static final class StoreUnavailable extends Exception {

        private static final long serialVersionUID = 1;

        StoreUnavailable() {
            super(null, null, false, false);
        }
    }
}
