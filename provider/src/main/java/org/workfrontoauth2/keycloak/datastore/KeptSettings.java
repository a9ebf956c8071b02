package org.workfrontoauth2.keycloak.datastore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.language.BrokenRule;

/**
 * Keeps our settings of a realm when it is changed through Keycloak's own API. Keycloak removes every attribute that a
 * change does not have, and most tools send only their own. Without this, a change of the realm's title would switch
 * the contract off.
 */
final class KeptSettings {

    private final Map<String, String> attributes;

    private KeptSettings(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    /** Those that are not sent. The customer ID stays in any case: another one that is sent is refused. */
    static KeptSettings of(KeycloakSession session, RealmModel realm, RealmRepresentation sent) {
        Map<String, String> kept = new HashMap<>();
        if (sent.getAttributes() != null) {
            refuseApplications(session, realm, sent.getAttributes());
            Arrays.stream(Setting.values())
                    .filter(setting -> setting.place() == Setting.Place.REALM)
                    .forEach(setting -> keep(session, setting, realm, sent.getAttributes(), kept));
        }
        return new KeptSettings(kept);
    }

    /** Registered applications come with the import of a whole realm only: here they would stay an attribute that does nothing. */
    private static void refuseApplications(KeycloakSession session, RealmModel realm, Map<String, String> sent) {
        String key = Setting.REGISTERED_APPLICATIONS.key();
        String wanted = sent.get(key);
        // One that an import left behind while this jar was away is dropped: consoles send what they have read.
        if (wanted != null && !wanted.isBlank() && !wanted.equals(realm.getAttribute(key))) {
            throw new BrokenRule(session, Sentence.SETTING_HASH.with(key));
        }
    }

    private static void keep(
            KeycloakSession session,
            Setting setting,
            RealmModel realm,
            Map<String, String> sent,
            Map<String, String> kept) {
        String present = realm.getAttribute(setting.key());
        String wanted = sent.get(setting.key());
        if (present == null || present.isBlank()) {
            return;
        }
        if (setting == Setting.CUSTOMER_ID && wanted != null) {
            if (!wanted.isBlank() && !wanted.equals(present)) {
                throw new BrokenRule(session, Sentence.CUSTOMER_ID_KEPT.with());
            }
            wanted = null;
        }
        if (wanted == null) {
            kept.put(setting.key(), present);
        }
    }

    void writeTo(RealmModel realm) {
        attributes.forEach(realm::setAttribute);
        realm.removeAttribute(Setting.REGISTERED_APPLICATIONS.key());
    }
}
