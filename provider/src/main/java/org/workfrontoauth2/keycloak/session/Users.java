package org.workfrontoauth2.keycloak.session;

import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.Wid;
import org.workfrontoauth2.keycloak.application.WidAttribute;

/** What the contract says of users. */
public final class Users {

    private Users() {}

    /** The user's {@code wid}. The attribute counts only where users cannot write it. */
    public static String wid(KeycloakSession session, RealmModel realm, UserModel user) {
        String attribute = WidAttribute.counts(session, realm) ? user.getFirstAttribute(WidAttribute.NAME) : null;
        return Wid.of(attribute, realm.getId(), user.getId());
    }

    /** Every user who answers to this {@code wid}: by the attribute, or by an ID that is a UUID. */
    public static Stream<UserModel> named(KeycloakSession session, RealmModel realm, String wid) {
        // The attribute counts in any letter case, Keycloak compares it exactly: both usual spellings are looked up.
        Stream<UserModel> byAttribute = Stream.of(wid, wid.toUpperCase(Locale.ROOT))
                .distinct()
                .flatMap(spelling ->
                        session.users().searchForUserByUserAttributeStream(realm, WidAttribute.NAME, spelling));
        Stream<UserModel> byId = Wid.uuid(wid).map(id -> session.users().getUserById(realm, id)).stream();
        return Stream.concat(byAttribute, byId)
                .filter(user -> wid(session, realm, user).equals(wid));
    }
}
