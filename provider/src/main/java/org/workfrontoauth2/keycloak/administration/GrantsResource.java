package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.Page;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.grant.Revocation;
import org.workfrontoauth2.keycloak.grant.StandingGrants;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** {@code …/grants} of an application: what users have allowed (contract, sections 3 and 6). */
public final class GrantsResource {

    private final Administration administration;
    private final ApplicationResource application;

    GrantsResource(Administration administration, ApplicationResource application) {
        this.administration = administration;
        this.application = application;
    }

    /**
     * Some of those who have allowed this application, the oldest grant first; needs {@code view-clients}.
     *
     * @param first how many to leave out
     * @param max how many there are at most, up to 1000
     * @return 200, with the number of all in the header {@code X-Total-Count}
     */
    @GET
    public Response get(
            @QueryParam("first") @DefaultValue("0") String first, @QueryParam("max") @DefaultValue("100") String max) {
        return administration.answer(() -> {
            ClientModel client = application.viewed();
            Page page = Page.read(first, max);
            ApplicationDocument documents = application.documents();
            Optional<StandingGrants> standing = documents.standing(client);
            List<Map<String, Object>> grants =
                    standing.map(all -> all.page(page.first(), page.max())).orElse(List.of()).stream()
                            .map(grant -> documents.grant(client, grant))
                            .toList();
            Response answer = application.answer(200, client, grants);
            answer.getHeaders()
                    .putSingle(
                            Administration.TOTAL,
                            standing.map(StandingGrants::count).orElse(0L));
            return answer;
        });
    }

    /** Ends all grants of this application: its users are asked again. */
    @DELETE
    public Response endAll() {
        return administration.answer(() -> {
            ClientModel client = application.locked();
            new Revocation(administration.session()).ofAll(client);
            application.record(OperationType.DELETE, null, "grants");
            return Response.noContent().build();
        });
    }

    /** Ends one grant; a user without another one is asked again. */
    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        return administration.answer(() -> {
            ClientModel client = application.locked();
            Grants grants = new Grants(administration.session());
            GrantEntity grant = uuid(id).flatMap(grants::lock)
                    .filter(found -> found.clientId().equals(client.getId()))
                    .orElseThrow(() -> AdministrationRefusal.NOT_FOUND.because(Sentence.NO_GRANT));
            new Revocation(administration.session()).of(client, grant);
            application.record(OperationType.DELETE, null, "grants", id);
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
}
