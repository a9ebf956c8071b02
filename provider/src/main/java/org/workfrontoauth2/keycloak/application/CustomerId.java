package org.workfrontoauth2.keycloak.application;

import java.util.UUID;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.Setting;

/** The organisation's customer ID, which its JWTs name as their issuer (contract, section 5). */
public final class CustomerId {

    private CustomerId() {}

    /** Gives the realm one, if it has none. */
    public static void require(RealmModel realm) {
        String present = realm.getAttribute(Setting.CUSTOMER_ID.key());
        if (present == null || present.isBlank()) {
            realm.setAttribute(
                    Setting.CUSTOMER_ID.key(), UUID.randomUUID().toString().replace("-", ""));
        }
    }
}
