package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Page;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.registration.RegisteredPatch;
import org.workfrontoauth2.keycloak.registration.RegisteredApplications;
import org.workfrontoauth2.keycloak.registration.Registration;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/** {@code /admin/realms/{realm}/registered-applications}. */
public final class RegisteredApplicationsResource {

    private final Administration administration;

    RegisteredApplicationsResource(Administration administration) {
        this.administration = administration;
    }

    /**
     * Some of the realm's registered applications, the oldest first; needs {@code view-clients}.
     *
     * @param first how many to leave out
     * @param max how many there are at most, up to 1000
     * @return 200, with the number of all in the header {@code X-Total-Count}
     */
    @GET
    public Response list(
            @QueryParam("first") @DefaultValue("0") String first, @QueryParam("max") @DefaultValue("100") String max) {
        return administration.answer(() -> {
            administration.permissions().clients().requireView();
            Page page = Page.read(first, max);
            RegisteredApplications applications = applications();
            List<RegisteredApplicationEntity> some = applications.page(page.first(), page.max());
            Map<String, RegisteredApplications.Use> uses = applications.uses(
                    some.stream().map(entity -> entity.application().id()).toList());
            List<Map<String, Object>> documents = some.stream()
                    .map(entity -> RegisteredApplicationDocument.of(
                            entity, uses.getOrDefault(entity.application().id(), RegisteredApplications.Use.NONE)))
                    .toList();
            return Administration.json(200, documents)
                    .header(Administration.TOTAL, applications.count())
                    .build();
        });
    }

    /**
     * Creates a registered application; needs {@code manage-clients}.
     *
     * @return 201 with the registered application
     */
    @POST
    public Response create(InputStream body) {
        return administration.answer(() -> {
            administration.permissions().clients().requireManage();
            requireServed();
            RegisteredPatch fields =
                    RegisteredPatch.creation(new AdministrationRequest(administration.session()).object(body));
            RegisteredApplicationEntity created = applications().create(fields, administrator());
            Map<String, Object> document = RegisteredApplicationDocument.of(created, RegisteredApplications.Use.NONE);
            String id = created.application().id();
            application(id).record(OperationType.CREATE, document);
            URI location = administration
                    .session()
                    .getContext()
                    .getUri()
                    .getAbsolutePathBuilder()
                    .path(id)
                    .build();
            return Administration.json(201, document)
                    .location(location)
                    .tag(RegisteredApplicationDocument.tag(document))
                    .build();
        });
    }

    private void requireServed() throws AdministrationRefused {
        if (!Registration.servedIn(administration.realm())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(
                    Sentence.REGISTRATION_OFF, Setting.REGISTRATION_ENABLED.key());
        }
    }

    private String administrator() {
        return administration.permissions().adminAuth().getUser().getUsername();
    }

    private RegisteredApplications applications() {
        return new RegisteredApplications(administration.session(), administration.realm());
    }

    /** One registered application. */
    @Path("{id}")
    public RegisteredApplicationResource application(@PathParam("id") String id) {
        return new RegisteredApplicationResource(administration, id);
    }
}
