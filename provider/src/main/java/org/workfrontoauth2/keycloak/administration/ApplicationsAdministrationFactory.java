package org.workfrontoauth2.keycloak.administration;

import com.google.auto.service.AutoService;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Mounts {@link ApplicationsResource} on {@code /admin/realms/{realm}/oauth2-applications}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class ApplicationsAdministrationFactory implements AdministrationFactory {

    @Override
    public Object resource(Administration administration) {
        return new ApplicationsResource(administration);
    }

    @Override
    public String getId() {
        return "oauth2-applications";
    }
}
