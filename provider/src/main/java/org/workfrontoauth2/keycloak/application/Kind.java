package org.workfrontoauth2.keycloak.application;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.ApplicationSettings;
import org.workfrontoauth2.contract.ClientRule;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/**
 * What a Keycloak client is in the contract (section 2). Clients of devices are not Keycloak clients. They have a
 * separate table (decision 0031).
 */
public sealed interface Kind permits Kind.Ordinary, Kind.Unreadable, Application {

    /** An ordinary client, or one in a realm without the contract. Keycloak treats it as usual. */
    record Ordinary() implements Kind {}

    /**
     * Meant to be an application, and none: it is refused everywhere, also at the standard endpoints.
     *
     * @param why for the administrator
     */
    record Unreadable(Said why) implements Kind {}

    /** What this client is. */
    static Kind of(@Nullable ClientModel client) {
        if (client == null || isOrdinary(client)) {
            return new Ordinary();
        }
        ApplicationSettings settings =
                ApplicationSettings.read(client::getAttribute).orElse(null);
        if (settings == null) {
            return new Unreadable(
                    ApplicationSettings.problem(client::getAttribute).orElseThrow());
        }
        return ClientRule.problemOf(FactsOfClient.of(client), settings.type())
                .<Kind>map(Unreadable::new)
                .orElseGet(() -> new Application(client, settings));
    }

    /** Whether it is an ordinary client. All other clients belong only on the paths for applications. */
    static boolean isOrdinary(@Nullable ClientModel client) {
        return client == null
                || client.getAttribute(Setting.TYPE.key()) == null
                || client.getAttribute(Setting.TYPE.key()).isBlank()
                || !ServedRealms.include(client.getRealm());
    }
}
