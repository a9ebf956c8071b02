package org.workfrontoauth2.keycloak.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.registration.RegistrationSettings;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/** Whether dynamic client registration is available in a realm, and with which settings. */
public final class Registration {

    private Registration() {}

    /** The settings of the realm. */
    static RegistrationSettings settings(RealmModel realm) {
        return RegistrationSettings.read(realm::getAttribute);
    }

    /** Whether it is switched on, and every setting of it can be read. */
    public static boolean switchedOnIn(RealmModel realm) {
        return settings(realm).enabled();
    }

    /**
     * Whether it is served: switched on, in a realm that is enabled and not the one whose users administer the server
     * (registration, section 1).
     */
    public static boolean servedIn(@Nullable RealmModel realm) {
        return realm != null && realm.isEnabled() && ServedRealms.mayInclude(realm) && switchedOnIn(realm);
    }

    /** The server's time, to the millisecond. */
    public static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
