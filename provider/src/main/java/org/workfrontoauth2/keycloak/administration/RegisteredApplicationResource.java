package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegisteredPatch;
import org.workfrontoauth2.keycloak.registration.RegisteredApplications;
import org.workfrontoauth2.keycloak.registration.Registration;
import org.workfrontoauth2.keycloak.registration.Statements;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/** {@code …/registered-applications/{id}}: one registered application, its software statement and its clients. */
public final class RegisteredApplicationResource {

    private final Administration administration;
    private final String id;

    RegisteredApplicationResource(Administration administration, String id) {
        this.administration = administration;
        this.id = id;
    }

    /** The registered application; needs {@code view-clients}. */
    @GET
    public Response get() {
        return administration.answer(() -> document(viewed()));
    }

    /**
     * Changes the fields that are sent (RFC 7396); needs {@code manage-clients}. Software statements that are out there stay
     * good: what their clients may do is what the registered application says now.
     */
    @PATCH
    public Response patch(InputStream body) {
        return administration.answer(() -> {
            manageable();
            RegisteredPatch patch =
                    RegisteredPatch.read(new AdministrationRequest(administration.session()).object(body));
            RegisteredApplicationEntity entity = locked();
            requireLive(entity);
            if (!patch.values().isEmpty()) {
                entity.write(patch);
                record(OperationType.UPDATE, documentOf(entity));
            }
            return document(entity);
        });
    }

    /** Deletes it and its clients. Their access tokens stop working immediately. */
    @DELETE
    public Response delete() {
        return administration.answer(() -> {
            manageable();
            applications().remove(locked());
            record(OperationType.DELETE, null);
            return Response.noContent().build();
        });
    }

    /**
     * Its software statement, the same one as long as the realm's key and the fields are the same; needs {@code view-clients}.
     *
     * @return 200; 409 {@code conflict} when it is revoked
     */
    @GET
    @Path("software-statement")
    public Response softwareStatement() {
        return administration.answer(() -> {
            RegisteredApplicationEntity entity = viewed();
            requireLive(entity);
            String statement = new Statements(administration.session(), administration.realm())
                    .sign(entity.application(), entity.createdAt());
            return Administration.json(200, Map.of("software_statement", statement))
                    .build();
        });
    }

    /** Revokes it for good: nobody registers with its statement, and its clients are refused at once. */
    @POST
    @Path("revoke")
    public Response revoke() {
        return administration.answer(() -> {
            manageable();
            RegisteredApplicationEntity entity = locked();
            if (entity.revokedAt().isEmpty()) {
                entity.revoke(Registration.now());
                record(OperationType.ACTION, documentOf(entity), "revoke");
            }
            return document(entity);
        });
    }

    /** The clients that were registered with its software statement. */
    @Path("clients")
    public RegisteredClientsResource clients() {
        return new RegisteredClientsResource(administration, this);
    }

    private Response document(RegisteredApplicationEntity entity) {
        Map<String, Object> document = documentOf(entity);
        return Administration.document(200, document, RegisteredApplicationDocument.tag(document));
    }

    private Map<String, Object> documentOf(RegisteredApplicationEntity entity) {
        RegisteredApplications.Use use =
                applications().uses(List.of(id)).getOrDefault(id, RegisteredApplications.Use.NONE);
        return RegisteredApplicationDocument.of(entity, use);
    }

    private static void requireLive(RegisteredApplicationEntity entity) throws AdministrationRefused {
        if (entity.revokedAt().isPresent()) {
            throw AdministrationRefusal.CONFLICT.because(Sentence.REGISTERED_REVOKED);
        }
    }

    RegisteredApplicationEntity viewed() throws AdministrationRefused {
        administration.permissions().clients().requireView();
        return found();
    }

    /** Whether the caller may change it. Not locked yet: bodies arrive as slowly as their senders like. */
    RegisteredApplication manageable() throws AdministrationRefused {
        administration.permissions().clients().requireManage();
        return found().application();
    }

    /** From here on nobody else changes it, until this request is done. */
    private RegisteredApplicationEntity locked() throws AdministrationRefused {
        RegisteredApplicationEntity entity = found(applications().lock(id));
        new AdministrationRequest(administration.session())
                .requireMatch(() -> RegisteredApplicationDocument.tag(documentOf(entity)));
        return entity;
    }

    private RegisteredApplicationEntity found() throws AdministrationRefused {
        return found(administration.isStorable() ? applications().find(id) : Optional.empty());
    }

    private static RegisteredApplicationEntity found(Optional<RegisteredApplicationEntity> entity)
            throws AdministrationRefused {
        return entity.orElseThrow(() -> AdministrationRefusal.NOT_FOUND.because(Sentence.NO_REGISTERED_APPLICATION));
    }

    private RegisteredApplications applications() {
        return new RegisteredApplications(administration.session(), administration.realm());
    }

    /** Writes the event of a change. */
    void record(OperationType operation, @Nullable Object representation, String... below) {
        String path =
                String.join("/", Stream.concat(Stream.of(id), Stream.of(below)).toList());
        administration.record(operation, representation, "registered-applications", path);
    }
}
