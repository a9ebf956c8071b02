package org.workfrontoauth2.keycloak.realm;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.workfrontoauth2.contract.Setting;

/** The realms in which the contract is available (contract, section 1). In all others the jar changes nothing. */
public final class ServedRealms {

    /** Asked for several times in each request, and looked up in the server's configuration each time. */
    private static final class AdminRealm {
        static final String NAME = Config.getAdminRealm();
    }

    private ServedRealms() {}

    /** Whether this is one of them. */
    public static boolean include(@Nullable RealmModel realm) {
        return realm != null && realm.isEnabled() && isSwitchedOn(realm);
    }

    /** Whether the contract is switched on; a realm that is disabled serves nothing all the same. */
    public static boolean isSwitchedOn(RealmModel realm) {
        return mayInclude(realm) && "true".equals(realm.getAttribute(Setting.ENABLED.key()));
    }

    /** Whether the contract will be switched on in this realm, which is about to be imported. */
    public static boolean wouldInclude(RealmRepresentation sent) {
        return !AdminRealm.NAME.equals(sent.getRealm())
                && sent.getAttributes() != null
                && "true".equals(sent.getAttributes().get(Setting.ENABLED.key()));
    }

    /** Whether it may be switched on: not in the realm whose users administer the server. */
    public static boolean mayInclude(RealmModel realm) {
        return !realm.getName().equals(AdminRealm.NAME);
    }
}
