package org.workfrontoauth2.keycloak.grant;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;

/** The users that grants are of, as their store has them at this moment. */
public final class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Owners(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What a store says of a user. */
    public enum Standing {
        /** May log in. */
        ENABLED,
        /** Stored, and may not log in. */
        DISABLED,
        /** No longer stored. */
        GONE,
        /** The store does not answer: nobody knows, and nothing that follows from it is for good. */
        UNKNOWN
    }

    /**
     * One of them.
     *
     * @param standing what the store says
     * @param user the user, as far as the store can be read
     */
    public record Owner(Standing standing, Optional<UserModel> user) {}

    /** The user of that ID. */
    public Owner of(String userId) {
        try {
            UserModel user = session.users().getUserById(realm, userId);
            return new Owner(standing(user), Optional.ofNullable(user));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The store of user %s in realm %s does not answer", userId, realm.getName());
            return new Owner(Standing.UNKNOWN, Optional.empty());
        }
    }

    private static Standing standing(@Nullable UserModel user) {
        if (user == null) {
            return Standing.GONE;
        }
        if (user instanceof StorageUnavailableUserModelDelegate) {
            return Standing.UNKNOWN;
        }
        return user.isEnabled() ? Standing.ENABLED : Standing.DISABLED;
    }
}
