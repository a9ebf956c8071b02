package org.workfrontoauth2.keycloak.administration;

import com.google.auto.service.AutoService;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Mounts {@link RegistrationSettingsResource} on {@code /admin/realms/{realm}/registered-applications-settings}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class RegistrationSettingsAdministrationFactory implements AdministrationFactory {

    @Override
    public Object resource(Administration administration) {
        return new RegistrationSettingsResource(administration);
    }

    @Override
    public String getId() {
        return "registered-applications-settings";
    }
}
