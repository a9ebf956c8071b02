package org.workfrontoauth2.keycloak.administration;

import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A realm as it is stored now. The realm of a request was read before the request waited for others; and Keycloak's cache
 * forgets a realm a moment after its change is stored, so whoever waited for the row still finds the old one there.
 */
final class StoredRealm {

    private StoredRealm() {}

    @SuppressWarnings("NullAway")
    static <T> T read(Administration administration, BiFunction<KeycloakSession, RealmModel, T> read) {
        String realm = administration.realm().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                administration.session().getKeycloakSessionFactory(),
                now -> read.apply(now, now.getProvider(RealmProvider.class).getRealm(realm)));
    }
}
