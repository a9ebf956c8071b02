package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/** {@code …/secrets} of an application (contract, section 2). */
public final class SecretsResource {

    private final Administration administration;
    private final ApplicationResource application;

    SecretsResource(Administration administration, ApplicationResource application) {
        this.administration = administration;
        this.application = application;
    }

    /**
     * Adds a secret.
     *
     * @return 201 with the secret, the only time it is shown; 409 {@code secrets_full} when there are five
     */
    @POST
    public Response add() {
        return administration.answer(() -> {
            ClientModel client = application.managed();
            if (!ApplicationResource.type(client).hasSecret()) {
                throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.SECRETLESS);
            }
            Secrets secrets = new Secrets(administration.session());
            if (secrets.of(client).size() >= Secrets.MOST) {
                throw AdministrationRefusal.SECRETS_FULL.because(Sentence.SECRETS_FULL, Secrets.MOST);
            }
            String secret = Secrets.generate();
            SecretEntity added = secrets.add(client, Digest.sha256Hex(secret));
            Map<String, Object> shown = ApplicationDocument.secret(added);
            application.record(OperationType.CREATE, shown, "secrets", added.getId());
            shown.remove("lastUsedAt");
            shown.put("clientSecret", secret);
            return application.answer(201, client, shown);
        });
    }

    /** Deletes a secret. It stops working immediately. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return administration.answer(() -> {
            if (!new Secrets(administration.session()).remove(application.managed(), id)) {
                throw AdministrationRefusal.NOT_FOUND.because(Sentence.NO_SECRET);
            }
            application.record(OperationType.DELETE, null, "secrets", id);
            return Response.noContent().build();
        });
    }
}
