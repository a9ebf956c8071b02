package org.workfrontoauth2.keycloak.session;

import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Account;
import org.workfrontoauth2.contract.Wid;
import org.workfrontoauth2.contract.gateway.VerifiedSession;
import org.workfrontoauth2.keycloak.grant.Owners;
import org.workfrontoauth2.keycloak.realm.WidAttribute;

/** What the contract needs from users. */
public final class Users {

    private Users() {}

    /** The user's {@code wid}. The attribute counts only where users cannot write it. */
    public static String wid(KeycloakSession session, RealmModel realm, UserModel user) {
        String attribute = WidAttribute.counts(session, realm) ? user.getFirstAttribute(WidAttribute.NAME) : null;
        return Wid.of(attribute, realm.getId(), user.getId());
    }

    /** Whose session ID this is. */
    static VerifiedSession verified(KeycloakSession session, RealmModel realm, SessionIds.Live live) {
        return new VerifiedSession(
                wid(session, realm, live.user()),
                live.user().getUsername(),
                live.application().client().getClientId(),
                live.grant().organisation());
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

    /** The IDs of all users who answer to this {@code wid}. */
    public static Set<String> named(KeycloakSession session, RealmModel realm, String wid) {
        return new NamedUsers(session, realm, wid).ids();
    }

    /** The store that a user comes from does not answer. */
    public static final class StoreUnavailable extends Exception {

        private static final long serialVersionUID = 1;

        StoreUnavailable() {
            super(null, null, false, false);
        }
    }
}
