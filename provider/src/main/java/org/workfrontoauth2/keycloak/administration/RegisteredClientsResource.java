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
import org.keycloak.events.admin.OperationType;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Page;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.registration.ClientSearch;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.keycloak.registration.RegisteredClients;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/** {@code …/registered-applications/{id}/clients}: the clients that devices have registered. */
public final class RegisteredClientsResource {

    private final Administration administration;
    private final RegisteredApplicationResource application;

    RegisteredClientsResource(Administration administration, RegisteredApplicationResource application) {
        this.administration = administration;
        this.application = application;
    }

    /**
     * Some of the clients, the oldest first; needs {@code view-clients}.
     *
     * @param search the beginning of client IDs, or of words in what devices say about themselves; empty for all
     * @param first how many of these to leave out
     * @param max how many there are at most, up to 1000
     * @return 200, with the number of all that were looked for in the header {@code X-Total-Count}
     */
    @GET
    public Response list(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("first") @DefaultValue("0") String first,
            @QueryParam("max") @DefaultValue("100") String max) {
        return administration.answer(() -> {
            RegisteredApplication viewed = application.viewed().application();
            ClientSearch wanted = ClientSearch.read(search);
            Page page = Page.read(first, max);
            List<Map<String, Object>> documents = clients().page(viewed, wanted, page.first(), page.max()).stream()
                    .map(RegisteredApplicationDocument::client)
                    .toList();
            return Administration.json(200, documents)
                    .header(Administration.TOTAL, clients().count(viewed, wanted))
                    .build();
        });
    }

    /** Deletes all of them; their devices may register again. */
    @DELETE
    public Response deleteAll() {
        return administration.answer(() -> {
            clients().removeAll(application.manageable());
            application.record(OperationType.DELETE, null, "clients");
            return Response.noContent().build();
        });
    }

    /** One of them; needs {@code view-clients}. */
    @GET
    @Path("{clientId}")
    public Response get(@PathParam("clientId") String clientId) {
        return administration.answer(() -> Administration.json(
                        200,
                        RegisteredApplicationDocument.client(
                                found(application.viewed().application(), clientId)))
                .build());
    }

    /** Deletes a client. Its access tokens stop working immediately. */
    @DELETE
    @Path("{clientId}")
    public Response delete(@PathParam("clientId") String clientId) {
        return administration.answer(() -> {
            if (!clients().remove(application.manageable(), clientId)) {
                throw gone();
            }
            application.record(OperationType.DELETE, null, "clients", clientId);
            return Response.noContent().build();
        });
    }

    private RegisteredClientEntity found(RegisteredApplication of, String clientId) throws AdministrationRefused {
        return clients().find(of, clientId).orElseThrow(RegisteredClientsResource::gone);
    }

    private static AdministrationRefused gone() {
        return AdministrationRefusal.NOT_FOUND.because(Sentence.NO_REGISTERED_CLIENT);
    }

    private RegisteredClients clients() {
        return new RegisteredClients(administration.session());
    }
}
