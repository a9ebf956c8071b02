package org.workfrontoauth2.keycloak.realm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Setting;

/**
 * The organisation's customer ID, which its JWTs name as their issuer (contract, section 5). Once there is one, it
 * stays, because every machine to machine application has it in its configuration.
 */
public final class CustomerId {

    private CustomerId() {}

    /** Gives the realm one, if it has none. */
    public static void require(RealmModel realm) {
        if (of(realm) == null) {
            write(realm, UUID.randomUUID().toString().replace("-", ""));
        }
    }

    /** Remembers the one of a realm that is removed, in case it is imported anew in the same piece of work. */
    public static void remember(KeycloakSession session, RealmModel realm) {
        String present = of(realm);
        if (present != null) {
            session.setAttribute(key(realm), present);
        }
    }

    /** Gives an overwritten realm the one it had, if the import brought none. */
    public static void restore(KeycloakSession session, RealmModel realm) {
        String before = session.getAttribute(key(realm), String.class);
        if (before != null && of(realm) == null) {
            write(realm, before);
        }
    }

    private static @Nullable String of(RealmModel realm) {
        String present = realm.getAttribute(Setting.CUSTOMER_ID.key());
        return present == null || present.isBlank() ? null : present;
    }

    private static void write(RealmModel realm, String customerId) {
        realm.setAttribute(Setting.CUSTOMER_ID.key(), customerId);
    }

    private static String key(RealmModel realm) {
        return CustomerId.class.getName() + ' ' + realm.getName();
    }
}
