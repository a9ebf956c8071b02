package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationPatch;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.ApplicationClient;
import org.workfrontoauth2.keycloak.application.ApplicationDefaults;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.application.Places;

/** {@code …/oauth2-applications/{clientId}}: one application; what belongs to it has resources of its own. */
public final class ApplicationResource {

    private final Administration administration;
    private final String clientId;

    ApplicationResource(Administration administration, String clientId) {
        this.administration = administration;
        this.clientId = clientId;
    }

    /** The application; needs {@code view-clients}. */
    @GET
    public Response get() {
        return administration.answer(() -> document(viewed()));
    }

    /** Changes the fields that are sent (RFC 7396); needs {@code manage-clients}. */
    @PATCH
    public Response patch(InputStream body) {
        return administration.answer(() -> {
            ClientModel client = manageable();
            Map<String, @Nullable Object> members = new AdministrationRequest(administration.session()).object(body);
            ApplicationPatch patch = ApplicationPatch.read(members, type(client));
            if (patch.values().isEmpty()) {
                lock(client);
                return document(client);
            }
            change(client);
            new ApplicationClient(client).write(patch);
            ApplicationDefaults.setRight(client, type(client));
            requireOrder(client);
            client.updateClient();
            Map<String, Object> changed = documents().of(client);
            record(OperationType.UPDATE, changed);
            return Administration.document(200, changed, documents().tag(client));
        });
    }

    static ApplicationType type(ClientModel client) throws AdministrationRefused {
        return ApplicationType.of(client.getAttribute(Setting.TYPE.key()))
                .orElseThrow(() -> AdministrationRefusal.NOT_FOUND.because(Sentence.NO_APPLICATION));
    }

    private static void requireOrder(ClientModel client) throws AdministrationRefused {
        ApplicationClient fields = new ApplicationClient(client);
        ApplicationPatch.requireOrder(
                seconds(fields.attribute(ApplicationField.ABSOLUTE_EXPIRATION)),
                seconds(fields.attribute(ApplicationField.INACTIVE_EXPIRATION)));
    }

    private static Optional<Long> seconds(@Nullable String attribute) {
        return Optional.ofNullable(attribute)
                .filter(text -> text.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }

    /** Deletes the application. Its session IDs and refresh tokens stop working immediately. */
    @DELETE
    public Response delete() {
        return administration.answer(() -> {
            ClientModel client = managed();
            new ClientManager(new RealmManager(administration.session())).removeClient(administration.realm(), client);
            record(OperationType.DELETE, null);
            return Response.noContent().build();
        });
    }

    /** The secrets. */
    @Path("secrets")
    public SecretsResource secrets() {
        return new SecretsResource(administration, this);
    }

    /** The logo. */
    @Path("logo")
    public UploadedLogoResource logo() {
        return new UploadedLogoResource(administration, this);
    }

    /** What users have allowed. */
    @Path("grants")
    public GrantsResource grants() {
        return new GrantsResource(administration, this);
    }

    /** The public keys and key pairs. */
    @Path("public-keys")
    public PublicKeysResource publicKeys() {
        return new PublicKeysResource(administration, this);
    }

    /** Generates a key pair. This is the only time the private key is shown. */
    @POST
    @Path("key-pairs")
    public Response makeKeyPair(InputStream body) {
        return new PublicKeysResource(administration, this).make(body);
    }

    private Response document(ClientModel client) {
        ApplicationDocument documents = documents();
        return Administration.document(200, documents.of(client), documents.tag(client));
    }

    ApplicationDocument documents() {
        return new ApplicationDocument(administration.session(), administration.realm());
    }

    /** The application, if the caller may see it. */
    ClientModel viewed() throws AdministrationRefused {
        ClientModel client = found();
        administration.permissions().clients().requireView(client);
        return client;
    }

    /** The application, to be changed: locked, if the caller may change it and has not seen another state of it. */
    ClientModel managed() throws AdministrationRefused {
        ClientModel client = manageable();
        change(client);
        return client;
    }

    /** The application, if the caller may change it. Not locked yet: bodies arrive as slowly as their senders like. */
    ClientModel manageable() throws AdministrationRefused {
        ClientModel client = found();
        administration.permissions().clients().requireManage(client);
        return client;
    }

    /** From here on nobody else changes the application, until this request is done. */
    void change(ClientModel client) throws AdministrationRefused {
        lock(client);
        new Places(administration.session()).changed(client);
    }

    private void lock(ClientModel client) throws AdministrationRefused {
        Places places = new Places(administration.session());
        places.lock(client);
        if (!places.isThere(client)) {
            throw AdministrationRefusal.NOT_FOUND.because(Sentence.NO_APPLICATION);
        }
        new AdministrationRequest(administration.session())
                .requireMatch(() -> documents().tag(client));
    }

    /** The application, to be left as it is while something of it changes. */
    ClientModel locked() throws AdministrationRefused {
        ClientModel client = manageable();
        lock(client);
        return client;
    }

    /** An answer below the application, with the application's tag. */
    Response answer(int status, ClientModel client, Object document) {
        return Administration.json(status, document)
                .tag(documents().tag(client))
                .build();
    }

    /** Who may list no clients does not learn which ones are there. */
    private ClientModel found() throws AdministrationRefused {
        ClientModel client =
                administration.isStorable() ? administration.realm().getClientByClientId(clientId) : null;
        if (client == null || Kind.isOrdinary(client)) {
            administration.permissions().clients().requireList();
            throw AdministrationRefusal.NOT_FOUND.because(Sentence.NO_APPLICATION);
        }
        return client;
    }

    /** Writes the event of a change. */
    void record(OperationType operation, @Nullable Object representation, String... below) {
        String path = String.join(
                "/", Stream.concat(Stream.of(clientId), Stream.of(below)).toList());
        administration.record(operation, representation, "oauth2-applications", path);
    }
}
