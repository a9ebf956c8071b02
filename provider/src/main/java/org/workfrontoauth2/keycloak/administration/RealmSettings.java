package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.keycloak.application.Places;

/** Settings of a realm as one document that is read and changed: one change after the other, on whatever nodes. */
public abstract class RealmSettings {

    private final Administration administration;
    private final String path;

    /** @param path in admin events: the last part of the address */
    RealmSettings(Administration administration, String path) {
        this.administration = administration;
        this.path = path;
    }

    /** The settings of the realm. */
    @GET
    public Response get() {
        return administration.answer(() -> {
            requireView();
            return Administration.document(200, document());
        });
    }

    /**
     * Changes the settings that are sent; needs {@code manage-realm}.
     *
     * @return 200 with all of them; 400 when one cannot be; 412 when somebody else has changed them
     */
    @PUT
    public Response put(InputStream body) {
        return administration.answer(() -> {
            administration.permissions().realm().requireManageRealm();
            AdministrationRequest request = new AdministrationRequest(administration.session());
            Map<String, @Nullable Object> members = request.object(body);
            new Places(administration.session()).lock(administration.realm());
            Map<String, Object> before = current();
            request.requireMatch(() -> AdministrationRequest.tag(before));
            for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
                write(member.getKey(), member.getValue());
            }
            changed(before);
            administration
                    .event()
                    .operation(OperationType.UPDATE)
                    .resource(ResourceType.REALM)
                    .resourcePath(path)
                    .representation(document())
                    .success();
            return Administration.document(200, document());
        });
    }

    /** Refuses who may not see them. */
    abstract void requireView();

    /** What the realm has, as this session finds it. */
    abstract Map<String, Object> document(KeycloakSession session, RealmModel realm);

    /** Changes one. */
    abstract void write(String member, @Nullable Object value) throws AdministrationRefused;

    /** All of them have been changed. */
    abstract void changed(Map<String, Object> before);

    private Map<String, Object> document() {
        return document(administration.session(), administration.realm());
    }

    private Map<String, Object> current() {
        return StoredRealm.read(administration, this::document);
    }
}
