package org.workfrontoauth2.keycloak.administration;

import com.google.auto.service.AutoService;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Mounts {@link RegisteredApplicationsResource} on {@code /admin/realms/{realm}/registered-applications}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class RegisteredApplicationsAdministrationFactory implements AdministrationFactory {

    @Override
    public Object resource(Administration administration) {
        return new RegisteredApplicationsResource(administration);
    }

    @Override
    public String getId() {
        return "registered-applications";
    }
}
