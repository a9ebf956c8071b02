package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationPatch;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.ApplicationClient;
import org.workfrontoauth2.keycloak.application.ApplicationDefaults;
import org.workfrontoauth2.keycloak.application.Applications;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/** {@code /admin/realms/{realm}/oauth2-applications}. */
public final class ApplicationsResource {

    private final Administration administration;

    ApplicationsResource(Administration administration) {
        this.administration = administration;
    }

    /**
     * The applications of the realm that the caller may see, the limit, and how many there are; needs {@code view-clients},
     * or permissions for single clients.
     */
    @GET
    public Response list() {
        return administration.answer(() -> {
            administration.permissions().clients().requireList();
            ApplicationDocument documents = new ApplicationDocument(administration.session(), administration.realm());
            List<ClientModel> all = new Applications(administration.session(), administration.realm())
                    .all()
                    .toList();
            List<Map<String, Object>> applications = all.stream()
                    .filter(administration.permissions().clients()::canView)
                    .map(documents::of)
                    .toList();
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("limit", Places.limit(administration.realm()));
            list.put("count", all.size());
            list.put("customerId", administration.realm().getAttribute(Setting.CUSTOMER_ID.key()));
            list.put("applications", applications);
            return Administration.document(200, list);
        });
    }

    /**
     * Creates an application; needs {@code manage-clients}.
     *
     * @return 201 with the application and, unless it is a single page application, its first secret; 409 {@code
     *     limit_reached}
     */
    @POST
    public Response create(InputStream body) {
        return administration.answer(() -> {
            administration.permissions().clients().requireManage();
            requireServed();
            Map<String, @Nullable Object> members = new AdministrationRequest(administration.session()).object(body);
            ApplicationType type = ApplicationPatch.type(members);
            ApplicationPatch patch = ApplicationPatch.creation(members);
            ClientModel client = create(type, patch);
            Optional<String> secret = firstSecret(client, type);
            Map<String, Object> created = document(client);
            administration
                    .event()
                    .operation(OperationType.CREATE)
                    .resource(ResourceType.CLIENT)
                    .resourcePath(administration.session().getContext().getUri(), client.getClientId())
                    .representation(created)
                    .success();
            return created(client, secret, created);
        });
    }

    private void requireServed() throws AdministrationRefused {
        if (!ServedRealms.include(administration.realm())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.SWITCHED_OFF);
        }
    }

    private ClientModel create(ApplicationType type, ApplicationPatch patch) throws AdministrationRefused {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(KeycloakModelUtils.generateId().replace("-", ""));
        client.setEnabled(true);
        client.setAttributes(new LinkedHashMap<>(Map.of(Setting.TYPE.key(), type.value())));
        ApplicationDefaults.fillInNew(client, type);
        requireOrder(patch);
        ClientModel created = ClientManager.createClient(administration.session(), administration.realm(), client);
        new ApplicationClient(created).write(patch);
        created.updateClient();
        administration.permissions().clients().requireManage(created);
        new Places(administration.session()).of(created).ifPresent(place -> place.createdBy(administrator()));
        return created;
    }

    private String administrator() {
        return administration.permissions().adminAuth().getUser().getUsername();
    }

    private static void requireOrder(ApplicationPatch patch) throws AdministrationRefused {
        ApplicationPatch.requireOrder(
                patch.values()
                        .getOrDefault(ApplicationField.ABSOLUTE_EXPIRATION, Optional.empty())
                        .map(Long.class::cast),
                patch.values()
                        .getOrDefault(ApplicationField.INACTIVE_EXPIRATION, Optional.empty())
                        .map(Long.class::cast));
    }

    private Optional<String> firstSecret(ClientModel client, ApplicationType type) {
        if (!type.hasSecret()) {
            return Optional.empty();
        }
        String secret = Secrets.generate();
        new Secrets(administration.session()).add(client, Digest.sha256Hex(secret));
        return Optional.of(secret);
    }

    private Response created(ClientModel client, Optional<String> secret, Map<String, Object> document) {
        secret.ifPresent(shown -> document.put("clientSecret", shown));
        URI location = administration
                .session()
                .getContext()
                .getUri()
                .getAbsolutePathBuilder()
                .path(client.getClientId())
                .build();
        return Administration.json(201, document)
                .location(location)
                .tag(new ApplicationDocument(administration.session(), administration.realm()).tag(client))
                .build();
    }

    private Map<String, Object> document(ClientModel client) {
        return new ApplicationDocument(administration.session(), administration.realm()).of(client);
    }

    /** What this interface is, as OpenAPI 3.1; needs {@code view-clients}. */
    @GET
    @Path("openapi.json")
    public Response description() {
        return administration.answer(() -> {
            administration.permissions().clients().requireList();
            return Response.ok(DescribedPaths.DESCRIPTION.openStream(), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        });
    }

    /** One application. */
    @Path("{clientId}")
    public ApplicationResource application(@PathParam("clientId") String clientId) {
        return new ApplicationResource(administration, clientId);
    }
}
