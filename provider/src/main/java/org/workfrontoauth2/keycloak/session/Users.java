package org.workfrontoauth2.keycloak.session;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Wid;

/** What the contract says of users. */
public final class Users {

    private static final String WID = "wid";

    private Users() {}

    /** The user's {@code wid}. */
    public static String wid(RealmModel realm, UserModel user) {
        return Wid.of(user.getFirstAttribute(WID), realm.getId(), user.getId());
    }
}
