package org.workfrontoauth2.keycloak.grant;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;
import org.workfrontoauth2.contract.Account;

/** The users that grants belong to, as their stores have them at this moment. */
public final class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Owners(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * One of them.
     *
     * @param account what the store says
     * @param user the user, as far as the store can be read
     */
    public record Owner(Account account, Optional<UserModel> user) {}

    /** The user of that ID. */
    public Owner of(String userId) {
        try {
            UserModel user = session.users().getUserById(realm, userId);
            return new Owner(account(user), Optional.ofNullable(user));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The store of user %s in realm %s does not answer", userId, realm.getName());
            return new Owner(Account.UNKNOWN, Optional.empty());
        }
    }

    private static Account account(@Nullable UserModel user) {
        if (user == null) {
            return Account.GONE;
        }
        if (user instanceof StorageUnavailableUserModelDelegate) {
            return Account.UNKNOWN;
        }
        return user.isEnabled() ? Account.ENABLED : Account.DISABLED;
    }
}
