package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.gateway.Asker;
import org.workfrontoauth2.contract.gateway.VerifySettings;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.credential.Secrets;

/**
 * The secret with which gateways may ask who a session ID belongs to (contract, section 6); needs {@code manage-realm}.
 */
public final class VerifySecretResource {

    private static final String PATH = "oauth2-applications-settings/verify-secret";

    private final Administration administration;

    VerifySecretResource(Administration administration) {
        this.administration = administration;
    }

    /**
     * Makes a new one. The one before counts until there is another one, so that gateways can be told in between.
     *
     * @return 201 with the secret, the only time it is shown
     */
    @POST
    public Response renew() {
        return administration.answer(() -> {
            administration.permissions().realm().requireManageRealm();
            new Places(administration.session()).lock(administration.realm());
            String secret = Secrets.generate();
            String hashes = StoredRealm.read(administration, (now, realm) -> VerifySettings.read(realm::getAttribute)
                            .askers())
                    .withSecret(secret);
            administration.realm().setAttribute(Setting.VERIFY_SECRETS.key(), hashes);
            record(OperationType.CREATE);
            return Administration.json(201, Map.of("header", Asker.SECRET, "verifySecret", secret))
                    .build();
        });
    }

    /** Takes all of them back. */
    @DELETE
    public Response remove() {
        return administration.answer(() -> {
            administration.permissions().realm().requireManageRealm();
            new Places(administration.session()).lock(administration.realm());
            administration.realm().removeAttribute(Setting.VERIFY_SECRETS.key());
            record(OperationType.DELETE);
            return Response.noContent().build();
        });
    }

    private void record(OperationType operation) {
        administration
                .event()
                .operation(operation)
                .resource(ResourceType.REALM)
                .resourcePath(PATH)
                .success();
    }
}
