package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.realm.ServedRealms;
import org.workfrontoauth2.keycloak.registration.Registration;

/** {@code /admin/realms/{realm}/registered-applications-settings}: whether dynamic client registration is served. */
public final class RegistrationSettingsResource {

    private static final String ENABLED = "enabled";
    private static final String SERVED = "served";

    private final Administration administration;

    RegistrationSettingsResource(Administration administration) {
        this.administration = administration;
    }

    /** The settings of the realm; needs {@code view-clients}, since without them nobody knows why devices are refused. */
    @GET
    public Response get() {
        return administration.answer(() -> {
            administration.permissions().clients().requireView();
            return Administration.document(200, document());
        });
    }

    /**
     * Changes the settings that are sent; needs {@code manage-realm}.
     *
     * @return 200; 400 where it cannot be switched on: in the realm whose users administer the server, or beside another
     *     setting that cannot be read
     */
    @PUT
    public Response put(InputStream body) {
        return administration.answer(() -> {
            administration.permissions().realm().requireManageRealm();
            AdministrationRequest request = new AdministrationRequest(administration.session());
            Map<String, @Nullable Object> members = request.object(body);
            Map<String, Object> before = document();
            request.requireMatch(() -> AdministrationRequest.tag(before));
            for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
                write(member.getKey(), member.getValue());
            }
            administration
                    .event()
                    .operation(OperationType.UPDATE)
                    .resource(ResourceType.REALM)
                    .resourcePath("registered-applications-settings")
                    .representation(document())
                    .success();
            return Administration.document(200, document());
        });
    }

    private void write(String member, @Nullable Object value) throws AdministrationRefused {
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

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(ENABLED, Registration.switchedOnIn(administration.realm()));
        document.put(SERVED, Registration.servedIn(administration.realm()));
        return document;
    }
}
