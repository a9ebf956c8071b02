package org.workfrontoauth2.keycloak.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.registration.Registration;

/** {@code /admin/realms/{realm}/registered-applications-settings}: whether dynamic client registration is served. */
public final class RegistrationSettingsResource extends RealmSettings {

    private static final String ENABLED = "enabled";
    private static final String SERVED = "served";

    private final Administration administration;

    RegistrationSettingsResource(Administration administration) {
        super(administration, "registered-applications-settings");
        this.administration = administration;
    }

    /** Needs {@code view-clients}, since without them nobody knows why devices are refused. */
    @Override
    void requireView() {
        administration.permissions().clients().requireView();
    }

    @Override
    void changed(Map<String, Object> before) {
        // What is there stays, and counts again.
    }

    /** It cannot be switched on in the realm whose users administer the server, or beside another setting that cannot be read. */
    @Override
    void write(String member, @Nullable Object value) throws AdministrationRefused {
        if (!member.equals(ENABLED)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_UNKNOWN);
        }
        if (!(value instanceof Boolean flag)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_FLAG, ENABLED);
        }
        RealmModel realm = administration.realm();
        if (flag && !ServedRealms.mayInclude(realm)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.REGISTRATION_NEVER);
        }
        realm.setAttribute(Setting.REGISTRATION_ENABLED.key(), flag.toString());
        if (flag && !Registration.switchedOnIn(realm)) {
            throw AdministrationRefusal.INVALID_REQUEST.because(
                    Sentence.REGISTRATION_UNREADABLE,
                    Setting.CLIENT_TOKEN_SECONDS.key(),
                    Setting.UNUSED_CLIENT_DAYS.key());
        }
    }

    @Override
    Map<String, Object> document(KeycloakSession session, RealmModel realm) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(ENABLED, Registration.switchedOnIn(realm));
        document.put(SERVED, Registration.servedIn(realm));
        return document;
    }
}
