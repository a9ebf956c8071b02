package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.LogoImage;
import org.workfrontoauth2.contract.Page;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.application.ApplicationClient;
import org.workfrontoauth2.keycloak.application.ApplicationDefaults;
import org.workfrontoauth2.keycloak.application.Kind;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.credential.Secrets;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Revocation;
import org.workfrontoauth2.keycloak.grant.StandingGrants;
import org.workfrontoauth2.keycloak.logo.Logos;
import org.workfrontoauth2.keycloak.storage.GrantEntity;
import org.workfrontoauth2.keycloak.storage.SecretEntity;

/** {@code …/oauth2-applications/{clientId}}: one application, its secrets and its grants. */
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

    /** Deletes the application: its session IDs and refresh tokens are dead at once. */
    @DELETE
    public Response delete() {
        return administration.answer(() -> {
            ClientModel client = managed();
            new ClientManager(new RealmManager(administration.session())).removeClient(administration.realm(), client);
            record(OperationType.DELETE, null);
            return Response.noContent().build();
        });
    }

    /**
     * Adds a secret.
     *
     * @return 201 with the secret, this once; 409 {@code secrets_full} when there are five
     */
    @POST
    @Path("secrets")
    public Response addSecret() {
        return administration.answer(() -> {
            ClientModel client = managed();
            if (!type(client).hasSecret()) {
                throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.SECRETLESS);
            }
            Secrets secrets = new Secrets(administration.session());
            if (secrets.of(client).size() >= Secrets.MOST) {
                throw AdministrationRefusal.SECRETS_FULL.because(Sentence.SECRETS_FULL, Secrets.MOST);
            }
            String secret = Secrets.generate();
            SecretEntity added = secrets.add(client, Digest.sha256Hex(secret));
            Map<String, Object> shown = ApplicationDocument.secret(added);
            record(OperationType.CREATE, shown, "secrets", added.getId());
            shown.remove("lastUsedAt");
            shown.put("clientSecret", secret);
            return answer(201, client, shown);
        });
    }

    /** Deletes a secret: it stops at once. */
    @DELETE
    @Path("secrets/{id}")
    public Response deleteSecret(@PathParam("id") String id) {
        return administration.answer(() -> {
            if (!new Secrets(administration.session()).remove(managed(), id)) {
                throw AdministrationRefusal.NOT_FOUND.because(Sentence.NO_SECRET);
            }
            record(OperationType.DELETE, null, "secrets", id);
            return Response.noContent().build();
        });
    }

    /** The public keys and key pairs. */
    @Path("public-keys")
    public PublicKeysResource publicKeys() {
        return new PublicKeysResource(administration, this);
    }

    /** A key pair made here; the private key is shown this once. */
    @POST
    @Path("key-pairs")
    public Response makeKeyPair(InputStream body) {
        return new PublicKeysResource(administration, this).make(body);
    }

    /** Stores the logo: PNG, JPEG or WebP, at most 256 KiB and 1024 by 1024 pixels, checked by content. */
    @PUT
    @Path("logo")
    public Response putLogo(InputStream body) {
        return administration.answer(() -> {
            ClientModel client = manageable();
            byte[] bytes = body.readNBytes(LogoImage.MAX_BYTES + 1);
            change(client);
            LogoImage image = LogoImage.read(
                    administration
                            .session()
                            .getContext()
                            .getHttpRequest()
                            .getHttpHeaders()
                            .getHeaderString(HttpHeaders.CONTENT_TYPE),
                    bytes);
            new Logos(administration.session()).put(client, image, bytes);
            record(OperationType.UPDATE, Map.of("sha256", image.sha256()), "logo");
            return Response.noContent().build();
        });
    }

    /** Deletes the logo, if there is one. */
    @DELETE
    @Path("logo")
    public Response deleteLogo() {
        return administration.answer(() -> {
            ClientModel client = locked();
            if (new Logos(administration.session()).remove(client)) {
                new Places(administration.session()).changed(client);
                record(OperationType.DELETE, null, "logo");
            }
            return Response.noContent().build();
        });
    }

    /**
     * Some of those who have allowed this application, the oldest grant first; needs {@code view-clients}.
     *
     * @param first how many to leave out
     * @param max how many there are at most, up to 1000
     * @return 200, with the number of all in the header {@code X-Total-Count}
     */
    @GET
    @Path("grants")
    public Response grants(
            @QueryParam("first") @DefaultValue("0") String first, @QueryParam("max") @DefaultValue("100") String max) {
        return administration.answer(() -> {
            ClientModel client = viewed();
            Page page = Page.read(first, max);
            ApplicationDocument documents = documents();
            Optional<StandingGrants> standing = documents.standing(client);
            List<Map<String, Object>> grants =
                    standing.map(all -> all.page(page.first(), page.max())).orElse(List.of()).stream()
                            .map(grant -> documents.grant(client, grant))
                            .toList();
            Response answer = answer(200, client, grants);
            answer.getHeaders()
                    .putSingle(
                            Administration.TOTAL,
                            standing.map(StandingGrants::count).orElse(0L));
            return answer;
        });
    }

    /** Ends all grants of this application: its users are asked again. */
    @DELETE
    @Path("grants")
    public Response endGrants() {
        return administration.answer(() -> {
            ClientModel client = locked();
            new Revocation(administration.session()).ofAll(client);
            record(OperationType.DELETE, null, "grants");
            return Response.noContent().build();
        });
    }

    /** Ends one grant; a user without another one is asked again. */
    @DELETE
    @Path("grants/{id}")
    public Response endGrant(@PathParam("id") String id) {
        return administration.answer(() -> {
            ClientModel client = locked();
            Grants grants = new Grants(administration.session());
            GrantEntity grant = uuid(id).flatMap(grants::lock)
                    .filter(found -> found.clientId().equals(client.getId()))
                    .orElseThrow(() -> AdministrationRefusal.NOT_FOUND.because(Sentence.NO_GRANT));
            new Revocation(administration.session()).of(client, grant);
            record(OperationType.DELETE, null, "grants", id);
            return Response.noContent().build();
        });
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response document(ClientModel client) {
        ApplicationDocument documents = documents();
        return Administration.document(200, documents.of(client), documents.tag(client));
    }

    ApplicationDocument documents() {
        return new ApplicationDocument(administration.session(), administration.realm());
    }

    private ClientModel viewed() throws AdministrationRefused {
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

    private ClientModel locked() throws AdministrationRefused {
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
